using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers;

/// <summary>
/// One row per customer: what lists filter, search and sort by, folded by <see cref="SearchText"/>. Sized columns hold
/// at most <see cref="SearchText.MaxLength"/> characters.
/// </summary>
public sealed class CustomerIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string ContentItemId { get; set; } = "";

    public string Number { get; set; } = "";

    /// <summary>Not folded: ids are compared letter by letter.</summary>
    public string CustomId { get; set; } = "";

    public string ContactName { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Company { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>The digits of both phone numbers, each number after a space.</summary>
    public string Phones { get; set; } = "";

    /// <summary>The name of a <see cref="CustomerStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>The code of the preferred site; empty when there is none.</summary>
    public string PreferredSite { get; set; } = "";

    /// <summary>When a hold ends: in the distant future when it has to be released, <see langword="default"/> when there is none.</summary>
    public DateTime HoldUntilUtc { get; set; }

    /// <summary>The id of the user who manages the customer; empty when there is none.</summary>
    public string ManagedBy { get; set; } = "";

    public bool HasAccount { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>
    /// All that the search box looks through: words, each after a space, so that the beginning of a word can be told
    /// from its middle.
    /// </summary>
    public string Words { get; set; } = "";
}

/// <summary>Maps content items with a <see cref="CustomerPart"/>, the latest version of each.</summary>
public sealed class CustomerIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CustomerIndex>()
            .When(item => item.Latest && item.Has<CustomerPart>())
            .Map(Map);
    }

    internal static CustomerIndex Map(ContentItem item)
    {
        var part = item.GetOrCreate<CustomerPart>();

        return new CustomerIndex
        {
            ContentItemId = item.ContentItemId,
            Number = SearchText.FoldKey(part.Number),
            CustomId = part.CustomId ?? "",
            ContactName = SearchText.FoldKey(part.ContactName),
            FirstName = SearchText.FoldKey(part.FirstName),
            LastName = SearchText.FoldKey(part.LastName),
            Company = SearchText.FoldKey(part.Company),
            Email = SearchText.FoldEmail(part.Email),
            Phones = Phones(part),
            Status = part.Status.ToString(),
            PreferredSite = part.PreferredSite ?? "",
            HoldUntilUtc = part.Hold is { } hold ? hold.UntilUtc ?? Unlimited : default,
            ManagedBy = part.ManagedBy ?? "",
            HasAccount = !string.IsNullOrEmpty(part.AccountId),
            CreatedUtc = item.CreatedUtc ?? default,
            Words = Words(part),
        };
    }

    /// <summary>Later than any hold that somebody sets; a moment both databases can store.</summary>
    private static readonly DateTime Unlimited = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    private static string Phones(CustomerPart part)
        => string.Concat(new[] { part.Phone, part.SecondPhone }.Select(SearchText.Digits).Where(digits => digits.Length > 0).Select(digits => " " + digits));

    private static string Words(CustomerPart part)
    {
        string?[] texts =
        [
            part.ContactName, part.FirstName, part.MiddleName, part.LastName, part.Company,
            part.Email, part.Phone, SearchText.Digits(part.Phone), part.SecondPhone, SearchText.Digits(part.SecondPhone),
            part.Number, part.CustomId, part.Business?.Name,
        ];

        var words = texts
            .SelectMany(text => SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal);

        return string.Concat(words.Select(word => " " + word));
    }
}
