using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.Bulk;

/// <summary>A job has the rights that its user has while it runs, and is that user's affair.</summary>
public abstract class BulkRightsTests(BulkSite fixture)
{
    private TestSite Site => fixture.Site;

    /// <summary>A group may be deleted, or a feature disabled, after the job was started.</summary>
    [Fact]
    public async Task AFilterThatIsGoneLeavesTheJobNobodyInsteadOfAll()
    {
        var ids = await Site.AddManyAsync(2, (part, index) => part.ContactName = $"Spared {index}");
        var query = new CustomerQuery { Search = "Spared", Filters = new Dictionary<string, string> { ["feature-that-is-gone"] = "x" } };
        var id = await Site.StartJobAsync("delete", CustomerSelection.Of(query));
        await Site.StepAsync(id, count: 10);

        var job = await Site.JobAsync(id);
        Assert.Equal((JobState.Finished, 0), (job.State, job.Done));

        foreach (var customer in ids)
        {
            Assert.NotNull(await Site.ReadAsync(customer));
        }
    }

    [Fact]
    public async Task TheHistoryTellsWhoAskedForTheJob()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerService);
        var ids = await Site.AddManyAsync(1, (part, index) => part.ContactName = $"Told {index}");
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids), user: await Site.PrincipalAsync(name));
        await Site.StepAsync(id, count: 1);

        var events = await Site.InScopeAsync(services => services.GetRequiredService<CustomerHistory>().FindAsync(ids[0], 0, 10));
        Assert.Equal(name, events[0].UserName);
    }

    [Fact]
    public async Task ARightThatIsTakenAwayEndsTheJob()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerService);
        var ids = await Site.AddManyAsync(4, (part, index) => (part.ContactName, part.Company) = ($"Revoked {index}", "Revoked"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids), user: await Site.PrincipalAsync(name));
        await Site.StepAsync(id, count: 1);
        await ChangeUserAsync(name, user => user.RoleNames.Clear());
        await Site.StepAsync(id, count: 1);

        var job = await Site.JobAsync(id);
        Assert.Equal((JobState.Stopped, 1, "The user who asked for it may no longer do this."), (job.State, job.Done, job.Problem));
        Assert.Equal(3, (await Site.ReadAllAsync("revoked")).Count(part => part.Status == CustomerStatus.Active));
    }

    [Fact]
    public async Task AUserWhoMayNoLongerLogInDoesNothingMore()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerManager);
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([await Site.AddAsync("Disabled asks")]), user: await Site.PrincipalAsync(name));
        await ChangeUserAsync(name, user => user.IsEnabled = false);
        await Site.RunJobAsync(id);

        Assert.Equal("The user who asked for it may no longer log in.", (await Site.JobAsync(id)).Problem);
    }

    [Fact]
    public async Task TheScopeIsThatOfTheUserWhoAskedAlsoInTheBackground()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerManager);
        var seen = await Site.AddAsync("Scopejob seen");
        var hidden = await Site.AddAsync(part => (part.ContactName, part.Company) = ("Scopejob hidden", BulkSite.Hidden));
        var id = await Site.StartJobAsync("deactivate", new CustomerSelection { Search = "scopejob" }, user: await Site.PrincipalAsync(name));
        await Site.RunJobAsync(id);

        Assert.Equal((JobState.Finished, 1), await Site.JobStateAsync(id));
        Assert.Equal(CustomerStatus.Inactive, (await Site.ReadAsync(seen))!.Status);
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(hidden))!.Status);
    }

    [Fact]
    public async Task OnlyWhoStartedItAndAManagerSeeAJobAndEndIt()
    {
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([await Site.AddAsync("Private job")]));
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var token = (await service.GetAsync("/Admin/Customers/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"/Admin/Customers/Jobs/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.PostAsync($"/Admin/Customers/Jobs/{id}/Cancel", token)).Status);
        Assert.DoesNotContain(id, (await service.GetAsync("/Admin/Customers/Jobs")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/Admin/Customers/Jobs/" + new string('0', 32))).Status);

        var managers = (await manager.GetAsync($"/Admin/Customers/Jobs/{id}")).Fields.First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/Admin/Customers/Jobs/{id}/Cancel", managers)).Status);
        Assert.Equal((JobState.Cancelled, 0), await Site.JobStateAsync(id));
    }

    [Fact]
    public async Task NobodyStartsAJobUnderTheIdOfSomebodyElse()
    {
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([]));
        var other = await Site.PrincipalAsync(await UserAsync(CustomersConstants.Roles.CustomerManager));
        var job = new CustomerJob { JobId = id, Action = "activate", Selection = CustomerSelection.Of([]) };

        var result = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().StartAsync(job, other));
        Assert.Equal(": This can't be done here. Go back to the list and try again.", result.TheError());
    }

    private async Task<string> UserAsync(string role)
    {
        var name = "job" + Guid.NewGuid().ToString("N")[..8];
        await Site.InScopeAsync(services => services.GetRequiredService<IUserService>().CreateUserAsync(
            new User { UserName = name, Email = name + "@example.com", EmailConfirmed = true, IsEnabled = true, RoleNames = [role] },
            TestSite.Password,
            (key, error) => Assert.Fail($"{key}: {error}")));

        return name;
    }

    private Task ChangeUserAsync(string name, Action<User> change) => Site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = await users.FindByNameAsync(name);
        change((User)user!);
        await users.UpdateAsync(user!);
    });
}

public sealed class SqliteBulkRightsTests(SqliteBulkSite site) : BulkRightsTests(site), IClassFixture<SqliteBulkSite>;

public sealed class PostgresBulkRightsTests(PostgresBulkSite site) : BulkRightsTests(site), IClassFixture<PostgresBulkSite>;
