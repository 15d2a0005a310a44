using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>Forms of the SampleStorefront, sent as a browser does.</summary>
internal static partial class StorefrontForms
{
    /// <param name="page">A page of the shop, with what protects its forms.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string path, string page, string fields)
    {
        var token = Token().Match(page).Groups[1].Value;
        using var content = new StringContent($"{fields}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");

        return await browser.PostAsync(path, content);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
