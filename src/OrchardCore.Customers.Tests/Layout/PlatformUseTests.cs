using Mono.Cecil;
using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>
/// Keeps the platform small: whatever is public in it is used by src/ or by the platform itself; its contract suite doesn't
/// count. One accessor of a property is enough, and what src/ implements or overrides is used. Overrides and implementations
/// in the platform follow what they are of. Constants are left out: the compiler leaves no trace of them.
/// </summary>
public sealed class PlatformUseTests
{
    private static readonly string[] Platform = ["YesSql", "OrchardCore.Platform", "OrchardCore.DisplayManagement", "OrchardCore.ResourceManagement"];
    private static readonly string[] Ours = ["OrchardCore.Customers.Core", "OrchardCore.Customers", "SampleHost", "OrchardCore.Customers.Tests"];

    private const string FoundByName = "YesSql finds it by its name.";
    private const string PagesOfRows = "Issues 7 and 8: pages of index rows, each going on after the last row of the one before.";

    /// <summary>What nobody uses as the compiler sees it, and why it is there all the same.</summary>
    private static readonly Dictionary<string, string> Kept = new()
    {
        ["OrchardCore.Users.Models.User::Id"] = FoundByName,
        ["YesSql.Indexes.IIndex::Id"] = FoundByName,
        ["YesSql.Services.DefaultQueryExtensionsIndex::IsNotIn(System.Object,System.Linq.Expressions.Expression`1<System.Func`2<TIndex,System.Object>>,System.Linq.Expressions.Expression`1<System.Func`2<TIndex,System.Boolean>>)"] = "Issue 3: lists filtered by groups.",
        ["YesSql.Sql.Schema.IAlterTableCommand::AddColumn(System.String,System.Action`1<YesSql.Sql.Schema.IAddColumnCommand>)"] = "Issue 3: the customer's further fields.",
        ["YesSql.IQueryIndex`1::ThenByDescending(System.Linq.Expressions.Expression`1<System.Func`2<T,System.Object>>)"] = PagesOfRows,
        ["YesSql.IQueryIndex`1::Where(System.Func`2<YesSql.ISqlDialect,System.String>)"] = PagesOfRows,
        ["YesSql.IQueryIndex`1::WithParameter(System.String,System.Object)"] = PagesOfRows,
    };

    [Fact]
    public void WhateverIsPublicInThePlatformIsUsed()
    {
        Assert.SkipUnless(Platform.All(name => File.Exists(PathOf(name))), "Runs on the platform.");

        using var assemblies = new AssemblyUses(AppContext.BaseDirectory, Platform);
        var used = Platform.Concat(Ours).SelectMany(assemblies.UsedBy).Concat(Ours.SelectMany(assemblies.ImplementedBy)).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        string[] unused = [.. Platform.SelectMany(assemblies.OfferedBy).Select(NameOf).Distinct().Where(name => !used.Contains(name)).Order(StringComparer.Ordinal)];
        string[] wrong = [.. unused.Except(Kept.Keys).Select(name => "used by nobody: " + name), .. Kept.Keys.Except(unused).Select(name => "kept, but used by now: " + name)];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>A property is one member, whatever accessors it has.</summary>
    private static string NameOf(IMemberDefinition member)
    {
        var name = member.FullName[(member.FullName.IndexOf(' ', StringComparison.Ordinal) + 1)..];

        return member is MethodDefinition { IsGetter: true } or MethodDefinition { IsSetter: true } ? $"{member.DeclaringType.FullName}::{member.Name[4..]}" : name;
    }

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
