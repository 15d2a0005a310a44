using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Groups;

/// <summary>The rules for groups.</summary>
internal sealed class CustomerGroupChecker(ISession session, IStringLocalizer<CustomerGroupChecker> S)
{
    /// <summary>Trims a group's texts and says what is wrong with them.</summary>
    public async Task<IReadOnlyList<ResultError>> CheckAsync(ContentItem group)
    {
        group.Alter<CustomerGroupPart>(Normalize);
        var part = group.GetOrCreate<CustomerGroupPart>();
        var errors = new List<ResultError>();

        if (part.Code is null || !CodeText.IsCode(part.Code))
        {
            Fail(nameof(part.Code), S["A code has 1 to {0} letters (A to Z), digits and any of - _", CodeText.MaxLength]);
        }
        else if (await IsTakenAsync(part.Code, group.ContentItemId))
        {
            Fail(nameof(part.Code), S["Another group has the code “{0}”.", part.Code]);
        }

        if (part.Name is null)
        {
            Fail(nameof(part.Name), S["Enter a name."]);
        }

        CheckText(nameof(part.Name), S["Name"], part.Name, CustomerGroupPart.MaxName);
        CheckText(nameof(part.Description), S["Description"], part.Description?.ReplaceLineEndings(" "), CustomerGroupPart.MaxDescription);

        return errors;

        void Fail(string field, LocalizedString message) => errors.Add(new ResultError { Key = field, Message = message });

        void CheckText(string field, string label, string? text, int maxLength)
        {
            if (text?.Length > maxLength)
            {
                Fail(field, S["{0} can have at most {1} characters; this has {2}.", label, maxLength, text.Length]);
            }

            if (text is not null && !VisibleText.IsShowable(text))
            {
                Fail(field, S["{0} contains characters that can't be shown. Type it anew.", label]);
            }
        }
    }

    public static void Normalize(CustomerGroupPart part)
    {
        part.Code = VisibleText.Clean(part.Code);
        part.Name = VisibleText.Clean(part.Name);
        part.Description = VisibleText.Clean(part.Description);
    }

    private async Task<bool> IsTakenAsync(string code, string exceptId)
    {
        var key = CustomerGroupKeys.Of(code);

        return await session.QueryIndex<CustomerGroupIndex>(index => index.CodeKey == key && index.ContentItemId != exceptId).FirstOrDefaultAsync() is not null;
    }
}
