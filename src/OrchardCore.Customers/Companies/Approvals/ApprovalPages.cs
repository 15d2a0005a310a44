using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Draws the list of approvals, and the page of each.</summary>
public sealed class ApprovalPages(ISession session, CompanyChoices companies, ApprovalRows rows, IAuthorizationService authorizationService, IStringLocalizer<ApprovalPages> S)
{
    private const int PageSize = 20;
    private const string All = "all";

    /// <summary>One page of them, the latest first: what waits, unless another state is asked for.</summary>
    public async Task<ApprovalListModel> ListAsync(ApprovalListRequest request, ClaimsPrincipal user)
    {
        var page = Math.Max(1, request.PageNum);
        var state = request.State == All ? All : Enum.TryParse<ApprovalState>(request.State, out var parsed) && Enum.IsDefined(parsed) ? parsed.ToString() : nameof(ApprovalState.Pending);
        var query = session.Query<Approval, ApprovalIndex>(collection: CustomersConstants.Collection);

        if (state != All)
        {
            query = query.Where(index => index.State == state);
        }

        if (!string.IsNullOrWhiteSpace(request.Company))
        {
            string[] ids = [.. (await companies.FindCompaniesAsync(request.Company)).Select(company => company.Value)];
            query = ids.Length == 0 ? query.Where(index => index.DocumentId < 0) : query.Where(index => index.CompanyId.IsIn(ids));
        }

        query.NoDuplicates();

        // One more than the page has, to know whether there are older ones.
        var found = (await query.OrderByDescending(index => index.CreatedUtc).ThenByDescending(index => index.DocumentId).Skip((page - 1) * PageSize).Take(PageSize + 1).ListAsync()).ToList();

        return new ApprovalListModel
        {
            States = [.. Enum.GetValues<ApprovalState>().Select(each => new ListOption(each.ToString(), rows.Label(each))), new ListOption(All, S["All"])],
            State = state,
            Company = request.Company,
            Rows = await rows.BuildAsync([.. found.Take(PageSize)], user),
            Page = page,
            HasOlder = found.Count > PageSize,
        };
    }

    /// <summary>The page of an approval; <see langword="null"/> when who asks for it is out of the user's scope.</summary>
    /// <param name="comment">What was typed.</param>
    public async Task<ApprovalPageModel?> BuildAsync(Approval approval, string? comment, ClaimsPrincipal user) => await rows.BuildAsync([approval], user) is not [var row] ? null : new()
    {
        Row = row,
        Reason = approval.Reason == ApprovalReason.AboveLimit
            ? S["It is above the limit of who asks: an Admin of the company approves it."]
            : S["Who asks is a Requester: a Buyer or an Admin of the company approves it."],
        Comments = await rows.CommentsAsync(approval, user),
        MayAnswer = approval.State == ApprovalState.Pending && await authorizationService.AuthorizeAsync(user, CompaniesPermissions.DecideApprovals),
        Comment = comment,
    };

    /// <summary>Whether who asks for it is in the user's scope.</summary>
    public Task<bool> MaySeeAsync(Approval approval, ClaimsPrincipal user) => rows.MaySeeAsync(approval, user);

    /// <summary>Our session holds what was refused, or has ended; another one sees what is stored.</summary>
    public static async Task<Approval?> ReadStoredAsync(string approvalId)
    {
        Approval? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<IApprovalService>().FindAsync(approvalId));

        return stored;
    }

    public Result RefuseAnswer() => CustomerWriter.Refused("", S["Say whether you approve or decline."]);
}
