using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What changes at a storefront are called, why they are refused, and what is wrong with a question about one.</summary>
public sealed class AssistActionTexts(IStringLocalizer<AssistActionTexts> S)
{
    public LocalizedString Label(AssistActionKind kind) => kind switch
    {
        AssistActionKind.Cart => S["Cart"],
        AssistActionKind.Order => S["Order"],
        AssistActionKind.Address => S["Address"],
        AssistActionKind.Profile => S["Profile"],
        AssistActionKind.Password => S["Password"],
        AssistActionKind.Email => S["E-mail address"],
        AssistActionKind.Consent => S["Consent"],
        AssistActionKind.Payment => S["Payment"],
        _ => S["Log-in"],
    };

    /// <summary>For who acts at the storefront.</summary>
    /// <param name="hold">Why the customer is on hold, where somebody has said it.</param>
    public LocalizedString Explain(AssistRefusal refusal, string? hold = null) => refusal switch
    {
        AssistRefusal.CustomerOnly => S["Nobody but the customer changes a password or how one logs in, an e-mail address, consents or means of payment."],
        AssistRefusal.LookOnly => S["In this session you look only: nothing can be changed."],
        AssistRefusal.CartOnly => S["In this session you change the cart, and nothing else."],
        AssistRefusal.OnHold => string.IsNullOrEmpty(hold) ? S["The customer is on hold: nobody can order."] : S["The customer is on hold, so nobody can order: {0}", hold],
        _ => S["A session has at most {0:N0} changes. Begin another one from the customer's page.", AssistedAction.MaxOfSession],
    };

    /// <summary>All that is wrong with a question, by its fields.</summary>
    /// <param name="action">Gets what can be kept.</param>
    public Result Check(AssistedActionRequest request, AssistedAction action)
    {
        var errors = new List<ResultError>();
        var kinds = Enum.GetValues<AssistActionKind>();
        var kind = Array.FindIndex(kinds, known => known.ToString() == request.Kind);
        var (summary, reference) = (VisibleText.Clean(request.Summary), VisibleText.Clean(request.Reference));

        if (kind < 0)
        {
            Fail(nameof(request.Kind), S["Say what is to be changed: {0}.", string.Join(", ", kinds)]);
        }

        if (summary is null)
        {
            Fail(nameof(request.Summary), S["Say in a few words what is to be changed."]);
        }
        else
        {
            CheckText(nameof(request.Summary), summary, AssistedAction.MaxSummary);
        }

        if (reference is not null)
        {
            CheckText(nameof(request.Reference), reference, AssistedAction.MaxReference);
        }

        if (errors.Count > 0)
        {
            return Result.Failed([.. errors]);
        }

        (action.Kind, action.Summary, action.Reference) = (kinds[kind], summary!, reference);

        return Result.Success();

        void CheckText(string key, string text, int length)
        {
            if (text.Length > length)
            {
                Fail(key, S["This can have at most {0:N0} characters; it has {1:N0}.", length, text.Length]);
            }
            else if (!VisibleText.IsShowable(text))
            {
                Fail(key, S["This contains characters that can't be shown in one line."]);
            }
        }

        void Fail(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }
}
