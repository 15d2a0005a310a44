using System.Linq.Expressions;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Bulk;

/// <summary>A site where some customers refuse to be changed, and others are hidden from everybody but administrators.</summary>
public abstract class BulkSite(TestSiteDatabase database) : IAsyncLifetime
{
    public const string Stubborn = "Stubborn";

    public const string Fragile = "Fragile";

    public const string Hidden = "Hidden Ltd";

    private TestSite? _site;

    public TestSite Site => _site!;

    public async ValueTask InitializeAsync() => _site = await CustomersSite.StartAsync(database, [CustomersSite.Roles], services =>
    {
        services.AddScoped<ICustomerRule, StubbornRule>();
        services.AddScoped<ICustomerScope, HiddenScope>();
        services.AddScoped<ICustomerBulkAction, FragileAction>();
    });

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>Refuses to deactivate some.</summary>
    private sealed class StubbornRule : ICustomerRule
    {
        public Task CheckAsync(CustomerRuleContext context)
        {
            foreach (var customer in context.Customers)
            {
                if (customer.GetOrCreate<CustomerPart>() is { Company: Stubborn, Status: CustomerStatus.Inactive })
                {
                    context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Status)), new LocalizedString("", "This one stays <active>."));
                }
            }

            return Task.CompletedTask;
        }
    }

    private sealed class HiddenScope : ICustomerScope
    {
        private const string Company = "hidden ltd";

        public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user)
            => Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(user.IsInRole(OrchardCoreConstants.Roles.Administrator) ? null : index => index.Company != Company);
    }

    /// <summary>Renames, and takes the session of some customers with it; of others it throws.</summary>
    private sealed class FragileAction(ICustomerManager manager, ISession session) : ICustomerBulkAction
    {
        public string Name => "fragile";

        public LocalizedString Text => new("Fragile", "Fragile");

        public LocalizedString Hint => new("Fragile", "Fragile");

        public string Icon => "xmark";

        public Permission Permission => CustomersPermissions.EditCustomers;

        public async Task<Result> ApplyAsync(ContentItem customer, string? value)
        {
            var company = customer.GetOrCreate<CustomerPart>().Company;
            customer.Alter<CustomerPart>(part => part.Suffix = "x");
            var result = await manager.UpdateAsync(customer);

            if (company == Fragile)
            {
                await session.CancelAsync();
                return Result.Failed([new ResultError { Key = "", Message = new LocalizedString("", "The session ended.") }]);
            }

            return company == "Throws" ? throw new InvalidOperationException("It throws.") : result;
        }
    }
}

public sealed class SqliteBulkSite() : BulkSite(TestSiteDatabase.Sqlite);

public sealed class PostgresBulkSite() : BulkSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with many customers.</summary>
internal static class BulkSiteExtensions
{
    /// <summary>Creates customers together.</summary>
    public static Task<string[]> AddManyAsync(this TestSite site, int count, Action<CustomerPart, int> fill) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customers = new List<ContentItem>();

        for (var index = 0; index < count; index++)
        {
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => fill(part, index));
            customers.Add(customer);
        }

        Assert.All(await manager.CreateAsync(customers), result => Assert.True(result.Succeeded));

        return customers.Select(customer => customer.ContentItemId).ToArray();
    });

    public static Task<CustomerPart[]> ReadAllAsync(this TestSite site, string company) => site.InScopeAsync(async services =>
    {
        var key = company.ToLowerInvariant();
        var customers = await services.GetRequiredService<ISession>().Query<ContentItem, CustomerIndex>(index => index.Company == key).ListAsync();

        return customers.Select(customer => customer.GetOrCreate<CustomerPart>()).ToArray();
    });

    /// <summary>A user with roles, without logging in.</summary>
    public static Task<ClaimsPrincipal> PrincipalAsync(this TestSite site, string name) => site.InScopeAsync(async services =>
    {
        var user = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name);

        return await services.GetRequiredService<IUserClaimsPrincipalFactory<IUser>>().CreateAsync(user!);
    });

    /// <summary>Saves a job that nobody works on yet.</summary>
    public static async Task<string> StartJobAsync(this TestSite site, string action, CustomerSelection selection, string? value = null, ClaimsPrincipal? user = null)
    {
        var job = new CustomerJob { JobId = Guid.NewGuid().ToString("N"), Action = action, Value = value, Selection = selection };
        user ??= await site.PrincipalAsync(TestSite.Admin);
        var started = await site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().StartAsync(job, user));
        Assert.True(started.Succeeded, string.Join(' ', started.Errors.Select(error => error.Message.Value)));

        return job.JobId;
    }

    public static Task RunJobAsync(this TestSite site, string id) => site.InScopeAsync(services => services.GetRequiredService<CustomerJobRunner>().RunAsync(id));

    public static Task<CustomerJob> JobAsync(this TestSite site, string id)
        => site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerJobManager>().FindAsync(id))!);

    /// <summary>Does one step of a job, as a runner that is then interrupted.</summary>
    public static Task StepAsync(this TestSite site, string id, int count, string runner = "interrupted") => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<JobStore<CustomerJob>>();

        if ((await store.FindAsync(id))!.Runner != runner)
        {
            Assert.True(await store.TakeAsync(id, runner));
        }

        await services.GetRequiredService<CustomerJobStep>().RunAsync(id, runner, count);
    });

    public static async Task<(JobState State, int Done)> JobStateAsync(this TestSite site, string id)
    {
        var job = await site.JobAsync(id);

        return (job.State, job.Done);
    }

    public static Task CancelJobAsync(this TestSite site, string id)
        => site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().CancelAsync(id));

    /// <summary>As if the one who worked on a job had not been heard of for long.</summary>
    public static Task EndLeaseAsync(this TestSite site, string id) => site.ChangeJobAsync(id, job => job.LeaseUntilUtc = DateTime.UtcNow.AddMinutes(-1));

    public static Task ChangeJobAsync(this TestSite site, string id, Action<CustomerJob> change) => site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        var job = await services.GetRequiredService<JobStore<CustomerJob>>().FindAsync(id);
        change(job!);
        await session.SaveAsync(job, collection: CustomersConstants.Collection);
    });

    /// <summary>Posts what the list posts, and returns the page that asks.</summary>
    public static async Task<SitePage> AskAsync(this SiteUser user, string action, params (string Name, string Value)[] selection)
    {
        var token = (await user.GetAsync("/Admin/Customers/Jobs")).Fields.Concat((await user.GetAsync("/Admin/Customers/Create")).Fields).First(field => field.Name == "__RequestVerificationToken");

        return await user.PostAsync("/Admin/Customers/Bulk", [token, ("action", action), .. selection]);
    }

    /// <summary>Asks and says yes.</summary>
    public static async Task<SitePage> DoAsync(this SiteUser user, string action, string? value, params (string Name, string Value)[] selection)
    {
        var asked = await user.AskAsync(action, selection);
        Assert.Equal(HttpStatusCode.OK, asked.Status);

        return await user.SayYesAsync(asked, value);
    }

    public static Task<SitePage> SayYesAsync(this SiteUser user, SitePage asked, string? value)
        => user.PostAsync("/Admin/Customers/Bulk/Start", [.. asked.Fields.Where(field => value is null || field.Name != "Value"), .. value is null ? [] : new[] { ("Value", value) }]);

    public static (string Name, string Value)[] Ids(params string[] ids) => [.. ids.Select(id => ("ids", id))];
}
