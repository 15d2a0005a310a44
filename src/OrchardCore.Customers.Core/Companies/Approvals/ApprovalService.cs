using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Companies.Approvals;

internal sealed class ApprovalService(ISession session, ApprovalChecker checker, ApprovalWriter writer, IClock clock, IStringLocalizer<ApprovalService> S) : IApprovalService
{
    private const string Collection = CustomersConstants.Collection;

    public Task<ApprovalNeed> CheckAsync(string customerId, string companyId, MinorAmount amount) => checker.CheckAsync(customerId, companyId, amount);

    public async Task<IReadOnlyList<Membership>> FindApproversAsync(string customerId, string companyId, MinorAmount amount, int count)
        => await checker.FindApproversAsync((await checker.CheckAsync(customerId, companyId, amount)).Reason, customerId, companyId, amount, count);

    public async Task<Approval?> FindAsync(string approvalId)
        => await session.Query<Approval, ApprovalIndex>(index => index.ApprovalId == approvalId, collection: Collection).NoDuplicates().FirstOrDefaultAsync();

    public async Task<Approval?> FindOpenAsync(string kind, string id)
    {
        var key = new ApprovalSubject { Kind = kind, Id = id }.Key;

        return await session.Query<Approval, ApprovalIndex>(index => index.OpenKey == key, collection: Collection).NoDuplicates().FirstOrDefaultAsync();
    }

    public async Task<(Result Result, Approval? Approval)> RequestAsync(ApprovalRequest request)
    {
        var comment = VisibleText.Clean(request.Comment);

        if (CheckInput(request, comment) is { } wrong)
        {
            return (wrong, null);
        }

        var need = await checker.CheckAsync(request.CustomerId, request.CompanyId, request.Amount);

        if (!need.CanBeAsked)
        {
            return (Refused("", need.Text), null);
        }

        if (await FindOpenAsync(request.Subject.Kind, request.Subject.Id) is not null)
        {
            return (Refused(nameof(Approval.Subject), S["This waits for an approval already."]), null);
        }

        var now = clock.UtcNow;
        var approval = new Approval
        {
            ApprovalId = Guid.NewGuid().ToString("N"),
            CompanyId = request.CompanyId,
            RequesterId = request.CustomerId,
            Subject = new() { Kind = request.Subject.Kind, Id = request.Subject.Id },
            Amount = request.Amount.Amount,
            Currency = request.Amount.Currency.ToUpperInvariant(),
            Reason = need.Reason,
            CreatedUtc = now,
            ExpiresUtc = now + request.ValidFor,
            Comments = [new() { Utc = now, CustomerId = request.CustomerId, Text = comment }],
        };

        if (request.ApproverId is { } approver && await checker.FindReasonAgainstMemberAsync(approval, approver) is { } reason)
        {
            return (Refused(nameof(Approval.ApproverId), reason), null);
        }

        approval.ApproverId = request.ApproverId;
        var saved = await writer.SaveAsync(approval);

        return (saved, saved.Succeeded ? approval : null);
    }

    public async Task<Result> AskAsync(string approvalId, string? approverId, ApprovalActor actor)
    {
        if (await FindAsync(approvalId) is not { } approval)
        {
            return Gone();
        }

        if (FindReasonAgainstChange(approval) is { } closed)
        {
            return closed;
        }

        if (actor.CustomerId is { } customer && customer != approval.RequesterId && customer != approval.ApproverId)
        {
            return Refused("", S["Only who asks, or who is asked, can say who else is asked."]);
        }

        if (approverId is not null && await checker.FindReasonAgainstMemberAsync(approval, approverId) is { } reason)
        {
            return Refused(nameof(Approval.ApproverId), reason);
        }

        approval.ApproverId = approverId;

        return await writer.SaveAsync(approval);
    }

    public Task<Result> ApproveAsync(string approvalId, ApprovalActor actor, string? comment = null) => DecideAsync(approvalId, actor, ApprovalState.Approved, comment);

    public Task<Result> DeclineAsync(string approvalId, ApprovalActor actor, string? comment = null) => DecideAsync(approvalId, actor, ApprovalState.Declined, comment);

    public Task<Result> CloseAsync(string approvalId, ApprovalActor actor, string? comment = null) => DecideAsync(approvalId, actor, ApprovalState.Closed, comment);

    private async Task<Result> DecideAsync(string approvalId, ApprovalActor actor, ApprovalState state, string? comment)
    {
        var text = VisibleText.Clean(comment);

        if (CheckComment(text) is { } wrong)
        {
            return wrong;
        }

        if (await FindAsync(approvalId) is not { } approval)
        {
            return Gone();
        }

        if (FindReasonAgainstChange(approval) is { } closed)
        {
            return closed;
        }

        var reason = state == ApprovalState.Closed ? FindReasonAgainstClosing(approval, actor) : await checker.FindReasonAgainstAsync(approval, actor);

        return reason is null ? await writer.DecideAsync(approval, state, actor, text) : Refused("", reason);
    }

    private LocalizedString? FindReasonAgainstClosing(Approval approval, ApprovalActor actor)
        => actor.CustomerId is { } customer && customer != approval.RequesterId ? S["Only who has asked can take it back."] : null;

    /// <summary>The task that ends what nobody answered comes once a minute; nobody answers in between.</summary>
    private Result? FindReasonAgainstChange(Approval approval) => approval.State switch
    {
        ApprovalState.Pending when approval.ExpiresUtc <= clock.UtcNow => Refused(nameof(Approval.State), S["Nobody answered in time: this can't be answered any more."]),
        ApprovalState.Pending => null,
        _ => Refused(nameof(Approval.State), S["This was answered already."]),
    };

    private Result? CheckInput(ApprovalRequest request, string? comment)
    {
        var (subject, amount) = (request.Subject, request.Amount);

        return subject.Kind.Length is 0 or > ApprovalSubject.MaxKind || subject.Id.Length is 0 or > ApprovalSubject.MaxId ? Refused(nameof(Approval.Subject), S["It is not said what is to be approved."])
            : amount.Amount < 0 ? Refused(nameof(Approval.Amount), S["An amount can't be negative."])
            : Currencies.Find(amount.Currency) is null ? Refused(nameof(Approval.Currency), S["There is no currency “{0}”.", amount.Currency])
            : request.ValidFor <= TimeSpan.Zero ? Refused(nameof(Approval.ExpiresUtc), S["An approval has to be waited for."])
            : CheckComment(comment);
    }

    private Result? CheckComment(string? text)
        => text?.Length > ApprovalComment.MaxText ? Refused(nameof(Approval.Comments), S["A comment can have at most {0:N0} characters; this has {1:N0}.", ApprovalComment.MaxText, text.Length])
            : text is not null && !VisibleText.IsShowable(text.ReplaceLineEndings(" ")) ? Refused(nameof(Approval.Comments), S["The comment contains characters that can't be shown. Type it anew."])
            : null;

    private Result Gone() => Refused("", S["This approval is not there any more."]);

    private static Result Refused(string key, LocalizedString message) => CustomerWriter.Refused(key, message);
}
