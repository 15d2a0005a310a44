using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Companies;
using OrchardCore.Customers.Tests.Companies.Members;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Makes what routes are about, and names it as routes do.</summary>
/// <param name="fill">Says more of the customers it makes.</param>
internal sealed class Subjects(TestSite site, Action<CustomerPart>? fill = null)
{
    /// <summary>As long as the ids of this site, and none of them.</summary>
    private const string NoId = "4nobodynobodynobodynobody0";

    private static readonly string NoGuid = new('0', 32);

    /// <summary>Something new that this person owns, or that everybody may reach who sees all customers.</summary>
    /// <param name="owner">The id of the user who manages the customer, or has started or saved the other things.</param>
    public async Task<Dictionary<string, string>> MakeAsync(Subject subject, string? owner)
    {
        if (subject is Subject.Nothing)
        {
            return [];
        }

        if (subject is Subject.Mail)
        {
            return new() { ["kind"] = nameof(CustomerMailKind.Invitation) };
        }

        if (subject is Subject.Group)
        {
            return new() { ["id"] = await GroupAsync() };
        }

        if (subject is Subject.Company or Subject.CompanyAddress or Subject.BusinessUnit or Subject.CompanyRole)
        {
            return await CompanyAsync(subject);
        }

        if (subject is Subject.View)
        {
            return new() { ["viewId"] = await ViewAsync(owner) };
        }

        if (subject is Subject.Job)
        {
            return new() { ["id"] = await JobAsync(owner) };
        }

        if (subject is Subject.Membership or Subject.Approval)
        {
            return await MembersAsync(subject);
        }

        if (subject is Subject.StoreSite)
        {
            // Nobody answers there, at once.
            return new() { ["code"] = await site.AddSiteAsync(made => made.StorefrontUrl = "http://localhost:1") };
        }

        if (subject is Subject.SiteUser)
        {
            var user = await SiteUser.CreateAsync(site, CustomersSite.Backstage);
            await site.LimitAsync(user, await site.AddSiteAsync());

            return new() { ["userId"] = await site.UserIdAsync(user) };
        }

        var customer = await site.AddAsync(part =>
        {
            (part.ContactName, part.ManagedBy) = ("Matrix " + Guid.NewGuid().ToString("N"), owner);
            fill?.Invoke(part);
        });
        var values = new Dictionary<string, string> { ["id"] = customer };

        if (subject is Subject.Note)
        {
            values["note"] = await NoteAsync(customer, owner);
        }

        if (subject is Subject.AssistedSession)
        {
            values["sessionId"] = await AssistedSessionAsync(customer);
        }

        if (subject is Subject.Address)
        {
            await site.AddAddressAsync(customer, AddressSite.Berlin("home"));
            values["addressId"] = "home";
        }

        return values;
    }

    /// <summary>The names of nothing.</summary>
    public static Dictionary<string, string> Missing(Subject subject) => subject switch
    {
        Subject.Nothing => [],
        Subject.View => new() { ["viewId"] = NoGuid },
        Subject.Mail => new() { ["kind"] = "None" },
        Subject.StoreSite => new() { ["code"] = NoId },
        Subject.SiteUser => new() { ["userId"] = NoId },
        Subject.Job => new() { ["id"] = NoGuid },
        Subject.Approval => new() { ["approvalId"] = NoGuid },
        Subject.Membership => new() { ["id"] = NoId, ["companyId"] = NoId },
        Subject.AssistedSession => new() { ["id"] = NoId, ["sessionId"] = NoGuid },
        Subject.Note => new() { ["id"] = NoId, ["note"] = "1" },
        Subject.Address or Subject.CompanyAddress => new() { ["id"] = NoId, ["addressId"] = "home" },
        Subject.BusinessUnit => new() { ["id"] = NoId, ["unitId"] = NoId },
        Subject.CompanyRole => new() { ["id"] = NoId, ["roleId"] = NoGuid },
        _ => new() { ["id"] = NoId },
    };

    private Task<string> GroupAsync() => site.InScopeAsync(async services =>
    {
        var groups = services.GetRequiredService<ICustomerGroupManager>();
        var group = await groups.NewAsync();
        group.Alter<CustomerGroupPart>(part => (part.Code, part.Name) = ("g" + Guid.NewGuid().ToString("N"), "Matrix"));
        Assert.True((await groups.CreateAsync(group)).Succeeded);

        return group.ContentItemId;
    });

    /// <summary>A company with a member who asks for something.</summary>
    private async Task<Dictionary<string, string>> MembersAsync(Subject subject)
    {
        var company = await site.AddTestCompanyAsync("Matrix " + Guid.NewGuid().ToString("N"));

        var member = await site.AddMemberAsync(company, membership => membership.Group = ApprovalGroup.Requester);

        if (subject is Subject.Membership)
        {
            return new() { ["id"] = member, ["companyId"] = company.Id };
        }

        var request = new ApprovalRequest(member, company.Id, new() { Kind = "cart", Id = Guid.NewGuid().ToString("N") }, new(1, "EUR"));
        var (result, approval) = await site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().RequestAsync(request));
        result.Accepted();

        return new() { ["approvalId"] = approval!.ApprovalId };
    }

    private async Task<Dictionary<string, string>> CompanyAsync(Subject subject)
    {
        var (_, id) = await site.CreateCompanyAsync(part => part.Name = "Matrix " + Guid.NewGuid().ToString("N"), AddressSite.Berlin("home"));
        var values = new Dictionary<string, string> { ["id"] = id };

        if (subject is Subject.CompanyAddress)
        {
            values["addressId"] = "home";
        }

        if (subject is Subject.BusinessUnit)
        {
            values["unitId"] = await site.AddUnitAsync(id, (await site.ReadCompanyAsync(id))!.HeadquartersId!, "Matrix");
        }

        if (subject is Subject.CompanyRole)
        {
            values["roleId"] = (await site.RolesAsync(manager => manager.FindAllAsync(id))).Single(role => !role.IsDefault).RoleId;
        }

        return values;
    }

    private Task<string> ViewAsync(string? owner) => site.InScopeAsync(async services =>
    {
        var view = new SavedView { Name = "Matrix " + Guid.NewGuid().ToString("N") };
        Assert.True((await services.GetRequiredService<ISavedViewManager>().SaveAsync(view, new ViewUser(owner!, [], false))).Succeeded);

        return view.ViewId;
    });

    /// <summary>A job that is over, so that nobody else takes it up meanwhile.</summary>
    private async Task<string> JobAsync(string? owner)
    {
        var id = await site.StartJobAsync("activate", CustomerSelection.Of([]), user: await site.PrincipalOfAsync(owner!));
        await site.RunJobAsync(id);

        return id;
    }

    /// <summary>One that runs, of somebody else.</summary>
    private Task<string> AssistedSessionAsync(string customerId) => site.InScopeAsync(async services =>
    {
        var made = new AssistedSession
        {
            SessionId = Guid.NewGuid().ToString("N"),
            CustomerId = customerId,
            CodeHash = Guid.NewGuid().ToString("N"),
            State = AssistedSessionState.Running,
            ExpiresUtc = DateTime.UtcNow.AddHours(1),
        };
        await services.GetRequiredService<YesSql.ISession>().SaveAsync(made, collection: CustomersConstants.Collection);

        return made.SessionId;
    });

    private Task<string> NoteAsync(string customerId, string? owner) => site.InScopeAsync(async services =>
    {
        if (owner is not null)
        {
            services.GetRequiredService<CustomerActor>().ActFor(owner, "matrix");
        }

        var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(customerId);
        var notes = services.GetRequiredService<ICustomerNoteManager>();
        Assert.True((await notes.AddAsync(customer!, "Matrix")).Succeeded);

        return (await notes.FindAsync(customerId, 0, 1))[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    });
}

/// <summary>What tests do with users.</summary>
internal static class UserSiteExtensions
{
    public static Task ChangeUserAsync(this TestSite site, string name, Action<User> change) => site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = await users.FindByNameAsync(name);
        change((User)user!);
        await users.UpdateAsync(user!);
    });

    public static Task DeleteUserAsync(this TestSite site, string name) => site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        await users.DeleteAsync((await users.FindByNameAsync(name))!);
    });

    public static Task<string> UserIdAsync(this TestSite site, string name) => site.InScopeAsync(async services =>
        ((User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name))!).UserId);

    public static Task<System.Security.Claims.ClaimsPrincipal> PrincipalOfAsync(this TestSite site, string userId) => site.InScopeAsync(async services =>
        await services.GetRequiredService<IUserClaimsPrincipalFactory<IUser>>().CreateAsync((await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(userId))!));
}
