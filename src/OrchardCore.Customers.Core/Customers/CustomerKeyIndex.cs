using System.Security.Cryptography;
using System.Text;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers;

/// <summary>
/// One row per key that only one customer may have. <see cref="Key"/> is unique in the database, which so has the last
/// word when two customers with the same e-mail address are saved at once, on whichever node.
/// </summary>
public sealed class CustomerKeyIndex : MapIndex
{
    /// <summary><see cref="CustomerClaims.Length"/> characters.</summary>
    public string Key { get; set; } = "";

    /// <summary>Empty for the number of a customer who is gone.</summary>
    public string ContentItemId { get; set; } = "";
}

/// <summary>Maps the <see cref="CustomerPart.Claims"/> of each customer's latest version.</summary>
public sealed class CustomerKeyIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CustomerKeyIndex>()
            .When(item => item.Latest && item.Has<CustomerPart>())
            .Map(item => item.GetOrCreate<CustomerPart>().Claims
                .Select(claim => new CustomerKeyIndex { Key = claim, ContentItemId = item.ContentItemId }));
    }
}

/// <summary>
/// The keys a customer claims under the site's settings. They are kept on the part, since an index map can't read
/// settings: <c>n:</c> number, <c>c:</c> custom id, <c>e:</c> e-mail address, <c>u:</c> contact name, <c>a:</c> account, each followed by the SHA-256 of the folded
/// text in hexadecimal digits. So a key is short, and says nothing of the customer.
/// </summary>
internal static class CustomerClaims
{
    /// <summary>Of every key: a letter, a colon and the digits.</summary>
    public const int Length = 2 + 2 * SHA256.HashSizeInBytes;

    /// <summary>The claims a customer makes. They stand whatever its status.</summary>
    public static string[] Of(CustomerPart part, CustomerSettings settings)
    {
        var claims = new List<string>(5);

        if (!string.IsNullOrEmpty(part.Number))
        {
            claims.Add(OnNumber(part.Number));
        }

        if (!string.IsNullOrEmpty(part.CustomId))
        {
            claims.Add(OnCustomId(part.CustomId));
        }

        if (settings.UniqueEmail && !string.IsNullOrEmpty(part.Email))
        {
            claims.Add(OnEmail(part.Email));
        }

        if (settings.ContactNameUniqueness == ContactNameUniqueness.Block && !string.IsNullOrEmpty(part.ContactName))
        {
            claims.Add(OnContactName(part.ContactName));
        }

        if (!string.IsNullOrEmpty(part.AccountId))
        {
            claims.Add(OnAccount(part.AccountId));
        }

        return [.. claims];
    }

    public static string OnNumber(string number) => Key('n', SearchText.Fold(number));

    public static string OnCustomId(string id) => Key('c', id);

    public static string OnEmail(string email) => Key('e', SearchText.FoldEmail(email));

    public static string OnContactName(string name) => Key('u', SearchText.Fold(name));

    public static string OnAccount(string userId) => Key('a', userId);

    /// <summary>The <see cref="CustomerPart"/> property that a claim stands for.</summary>
    public static string FieldOf(string claim) => claim[0] switch
    {
        'c' => nameof(CustomerPart.CustomId),
        'e' => nameof(CustomerPart.Email),
        'u' => nameof(CustomerPart.ContactName),
        'a' => nameof(CustomerPart.AccountId),
        _ => nameof(CustomerPart.Number),
    };

    private static string Key(char kind, string text) => $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
