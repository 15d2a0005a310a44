using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers;

/// <summary>
/// The form of a new customer that is sent twice, by two clicks or a repeated request, makes one customer: its id follows
/// from the user, the form and what was typed, and the database takes an id once. So nobody can aim at another customer's
/// id, and who changes what was typed and sends it again gets another customer.
/// </summary>
public sealed class CustomerReplays(ICustomerManager manager)
{
    /// <summary>As many letters as Orchard's own ids have, of the same alphabet.</summary>
    private const int IdLength = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>What does not belong to the customer; the answer to a warning comes with the same customer.</summary>
    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase) { "__RequestVerificationToken", "returnUrl", "back", "acceptedName" };

    /// <summary>A new customer, to be filled from the form that was sent.</summary>
    public async Task<ContentItem> NewAsync(HttpContext context)
    {
        var customer = await manager.NewAsync();

        if (KeptForm.Sent(context) is { } form)
        {
            customer.ContentItemId = IdOf(form, await context.Request.ReadFormAsync());
        }

        return customer;
    }

    /// <summary>The customer that the same form has made already; <see langword="null"/> when it has made none.</summary>
    public static async Task<ContentItem?> FindMadeAsync(ContentItem customer)
    {
        ContentItem? made = null;

        // Our session may have failed, and holds what was typed.
        await ShellScope.UsingChildScopeAsync(async scope => made = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(customer.ContentItemId));

        return made;
    }

    private static string IdOf(KeptForm form, IFormCollection values)
    {
        var text = new StringBuilder().Append(form.User).Append('\n').Append(form.Id);

        foreach (var (name, value) in values.Where(pair => !Framing.Contains(pair.Key)).SelectMany(pair => pair.Value, (pair, value) => (pair.Key, value ?? "")))
        {
            // With their lengths, so that no two forms make the same text.
            text.Append('\n').Append(name.Length).Append(':').Append(name).Append(value.Length).Append(':').Append(value);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));

        return string.Concat(hash.Take(IdLength).Select(octet => Alphabet[octet % Alphabet.Length]));
    }
}
