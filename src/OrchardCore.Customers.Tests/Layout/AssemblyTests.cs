using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using OrchardCore.Admin;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>What the assemblies look like, seen by reflection.</summary>
public sealed partial class AssemblyTests
{
    private const int MaxParameters = 6;
    private const int MaxControllerParameters = 7;

    private static readonly Assembly Core = typeof(CustomerPart).Assembly;
    private static readonly Assembly Module = typeof(CustomersController).Assembly;

    /// <summary>The methods of managers that are no look-up.</summary>
    private static readonly HashSet<string> Changes = Core.GetExportedTypes()
        .Where(type => type.IsInterface && type.Name.EndsWith("Manager", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods())
        .Where(method => !method.Name.StartsWith("Find", StringComparison.Ordinal) && !method.Name.StartsWith("New", StringComparison.Ordinal))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Type> Types => Core.GetTypes().Concat(Module.GetTypes()).Where(type => !type.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<Type> Controllers => Module.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract);

    private static IEnumerable<MethodInfo> Actions => Controllers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));

    [Fact]
    public void ConstructorsAskForLittle()
        => Assert.Empty(Types
            .Where(type => !type.IsAssignableTo(typeof(Exception)) && type.GetMethod("<Clone>$") is null)
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Length > (constructor.DeclaringType!.IsAssignableTo(typeof(ControllerBase)) ? MaxControllerParameters : MaxParameters))
            .Select(constructor => constructor.DeclaringType!.Name));

    [Fact]
    public void TheDomainKnowsNoPages()
        => Assert.Empty(Core.GetReferencedAssemblies().Select(assembly => assembly.Name).Where(name => name!.Contains("Mvc", StringComparison.Ordinal) || name.Contains("Razor", StringComparison.Ordinal) || name.Contains("DisplayManagement", StringComparison.Ordinal)));

    [Fact]
    public void EveryControllerBelongsToAFeature()
        => Assert.All(Controllers, type => Assert.NotNull(type.GetCustomAttribute<FeatureAttribute>()));

    [Fact]
    public void EveryStartupBelongsToAFeature()
        => Assert.All(Module.GetTypes().Where(type => type.IsAssignableTo(typeof(StartupBase))), type => Assert.NotNull(type.GetCustomAttribute<FeatureAttribute>()));

    [Fact]
    public void EveryActionIsAnAdminPageWithAPermission()
        => Assert.All(Actions.Where(action => !IsOfTheStorefront(action)), action =>
        {
            Assert.NotNull(action.GetCustomAttribute<AdminAttribute>() ?? action.DeclaringType!.GetCustomAttribute<AdminAttribute>());
            Assert.NotNull(action.GetCustomAttribute<RequirePermissionAttribute>());
        });

    /// <summary>Whom a page of the storefront is about, the log-in says: none takes the id of a customer or a user.</summary>
    [Fact]
    public void APageOfTheStorefrontIsTheVisitorsOwnOrForEverybody()
        => Assert.All(Actions.Where(IsOfTheStorefront), action =>
        {
            Assert.Single(new[] { typeof(CustomerOnlyAttribute), typeof(AllowAnonymousAttribute) }, attribute => action.IsDefined(attribute) || action.DeclaringType!.IsDefined(attribute));
            Assert.StartsWith("account", Assert.Single(action.GetCustomAttributes<HttpMethodAttribute>()).Template, StringComparison.Ordinal);
            Assert.DoesNotContain(action.GetParameters(), parameter => parameter.Name is "id" or "customerId" or "userId");
        });

    [Fact]
    public void EveryActionEitherReadsOrIsPostedWithAToken()
        => Assert.All(Actions, action =>
        {
            var method = Assert.Single(action.GetCustomAttributes<HttpMethodAttribute>());
            Assert.True(method is HttpGetAttribute || (method is HttpPostAttribute && action.GetCustomAttribute<ValidateAntiForgeryTokenAttribute>() is not null));
        });

    /// <summary>MVC looks at the posted fields first: one of the address's names would have something else changed than the address says.</summary>
    [Fact]
    public void WhatAPostIsAboutItsAddressSays()
    {
        var named = Actions
            .Where(action => action.IsDefined(typeof(HttpPostAttribute)))
            .SelectMany(action => TemplatesOf(action).SelectMany(template => PlaceholderPattern().Matches(template)).Select(match => match.Groups[1].Value).Select(name => (action, name)))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, place => Assert.All(place.action.GetParameters().Where(parameter => parameter.Name == place.name), parameter => Assert.True(parameter.IsDefined(typeof(FromRouteAttribute)), $"{place.action.DeclaringType!.Name}.{place.action.Name}({place.name})")));
    }

    private static IEnumerable<string> TemplatesOf(MethodInfo action)
        => action.GetCustomAttributesData().Concat(action.DeclaringType!.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(AdminAttribute) || attribute.AttributeType.IsAssignableTo(typeof(HttpMethodAttribute)))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Select(argument => argument.Value)
            .OfType<string>();

    [GeneratedRegex(@"\{(\w+)[:=?}]")]
    private static partial Regex PlaceholderPattern();

    [Fact]
    public void AnActionThatReadsAsksNobodyForAChange()
    {
        using var module = new ModuleCode(Module.Location);

        Assert.All(Actions.Where(action => action.GetCustomAttribute<HttpGetAttribute>() is not null), action =>
            Assert.DoesNotContain(module.CallsOf(action), call => Changes.Contains($"{call.DeclaringType.Name}.{call.Name}")));
        Assert.Contains(Actions.SelectMany(module.CallsOf), call => Changes.Contains($"{call.DeclaringType.Name}.{call.Name}"));
    }

    private static bool IsOfTheStorefront(MethodInfo action) => action.DeclaringType!.IsDefined(typeof(AccountPageAttribute));

    [Fact]
    public async Task EveryPermissionIsProvided()
    {
        var declared = typeof(CustomersPermissions).GetFields().Where(field => field.FieldType == typeof(Permission)).Select(field => (Permission)field.GetValue(null)!);
        var provided = await new CustomersPermissionsProvider().GetPermissionsAsync();

        Assert.Equal(declared.Select(permission => permission.Name).Order(), provided.Select(permission => permission.Name).Order());

        var ofCompanies = typeof(CompaniesPermissions).GetFields().Where(field => field.FieldType == typeof(Permission)).Select(field => (Permission)field.GetValue(null)!);
        Assert.Equal(ofCompanies.Select(permission => permission.Name).Order(), (await new CompaniesPermissionsProvider().GetPermissionsAsync()).Select(permission => permission.Name).Order());

        var ofPrograms = typeof(CompaniesApiPermissions).GetFields().Where(field => field.FieldType == typeof(Permission)).Select(field => (Permission)field.GetValue(null)!);
        Assert.Equal(ofPrograms.Select(permission => permission.Name).Order(), (await new CompaniesApiPermissionsProvider().GetPermissionsAsync()).Select(permission => permission.Name).Order());

        var ofSites = typeof(SitesPermissions).GetFields().Where(field => field.FieldType == typeof(Permission)).Select(field => (Permission)field.GetValue(null)!);
        Assert.Equal(ofSites.Select(permission => permission.Name).Order(), (await new SitesPermissionsProvider().GetPermissionsAsync()).Select(permission => permission.Name).Order());
    }

    /// <summary>What other modules build on: types, and the methods of interfaces.</summary>
    [Fact]
    public void TheExtensionApiIsDocumented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Core.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value.Split('(')[0]).ToHashSet(StringComparer.Ordinal);
        var types = Core.GetExportedTypes().Where(type => !type.IsNested).ToList();
        var methods = types.Where(type => type.IsInterface).SelectMany(type => type.GetMethods()).Where(method => !method.IsSpecialName);

        Assert.Empty(types.Select(type => "T:" + type.FullName).Concat(methods.Select(method => $"M:{method.DeclaringType!.FullName}.{method.Name}")).Where(name => !documented.Contains(name)));
    }

    /// <summary>The models of editors: Orchard makes a proxy of each.</summary>
    [Fact]
    public void WhatOrchardDerivesFromCanBeDerivedFrom()
    {
        using var module = new ModuleCode(Module.Location);
        var ofSettings = Module.GetTypes()
            .Select(type => type.BaseType)
            .Where(type => type is { IsConstructedGenericType: true } && type.GetGenericTypeDefinition() == typeof(CustomersSettingsDisplayDriver<,>))
            .Select(type => type!.GetGenericArguments()[1]);
        var models = module.TypesInitialized().Select(Module.GetType).OfType<Type>().Concat(ofSettings).ToList();

        Assert.Contains(typeof(CustomerPartViewModel), models);
        Assert.Contains(typeof(CustomerSettingsViewModel), models);
        Assert.All(models, type =>
        {
            Assert.True(type.IsPublic && !type.IsSealed && type.GetMethod("<Clone>$") is null, type.Name);
            Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
        });
    }
}
