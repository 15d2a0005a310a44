using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Entities;
using OrchardCore.Infrastructure;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>Shows and keeps the texts of mails to customers.</summary>
public sealed class CustomerMailPages(ISiteService siteService, CustomerMailTexts texts, CustomerMailWriter writer, IStringLocalizer<CustomerMailPages> S)
{
    private const string ExampleName = "Åse Bjørnsdóttir";
    private const string ExampleEmail = "ase@example.com";
    private const string ExampleLink = "https://shop.example.com/account/set-password?code=example";

    /// <summary>All kinds, each with the languages that have a text of their own.</summary>
    public async Task<IReadOnlyList<CustomerMailLine>> ListAsync(IUrlHelper url)
    {
        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();

        return [.. Enum.GetValues<CustomerMailKind>().Select(kind => new CustomerMailLine(
            texts.Label(kind),
            Url(url, kind, ""),
            settings.Templates.Any(template => template.Kind == kind && template.Language.Length == 0),
            [.. settings.Templates
                .Where(template => template.Kind == kind && template.Language.Length > 0)
                .OrderBy(template => template.Language, StringComparer.Ordinal)
                .Select(template => new ListOption(Url(url, kind, template.Language), Languages.NameOf(template.Language)))]))];
    }

    /// <summary>The text of a mail as it is now; <see langword="null"/> when there is no such language.</summary>
    public async Task<CustomerMailTemplate?> FindAsync(CustomerMailKind kind, string? language)
    {
        if (!TryRead(language, out var tag))
        {
            return null;
        }

        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();
        var found = writer.Find(settings, kind, tag.Length == 0 ? CultureInfo.InvariantCulture : CustomerMailWriter.CultureOf(tag));

        return new() { Kind = kind, Language = tag, Subject = found.Subject, Text = found.Text };
    }

    public async Task<CustomerMailViewModel> ShowAsync(CustomerMailTemplate template, IUrlHelper url)
    {
        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();
        var preview = await writer.WriteAsync(template, template.Language, Example());

        return new()
        {
            Template = template,
            Title = template.Language.Length == 0 ? texts.Label(template.Kind) : S["{0}, {1}", texts.Label(template.Kind), Languages.NameOf(template.Language)],
            Placeholders = [.. CustomerMailTexts.Placeholders(template.Kind).Select(name => new ListOption($"{{{name}}}", Meaning(name)))],
            Preview = preview,
            IsOwn = settings.Templates.Any(known => known.Kind == template.Kind && known.Language == template.Language),
            ListUrl = url.RouteUrl(AccountsRoutes.Mails)!,
            Languages = OrchardCore.Customers.Languages.Offered,
        };
    }

    public Task<CustomerMail> WriteExampleAsync(CustomerMailTemplate template) => writer.WriteAsync(template, template.Language, Example());

    /// <summary>Keeps a text, if nothing is wrong with it.</summary>
    public async Task<Result> SaveAsync(CustomerMailTemplate template)
    {
        var checkedText = texts.Check(template);

        if (checkedText.Succeeded)
        {
            await ChangeAsync(template.Kind, template.Language, template);
        }

        return checkedText;
    }

    /// <summary>Forgets the site's text, so that the next best one holds.</summary>
    public Task ResetAsync(CustomerMailKind kind, string language) => ChangeAsync(kind, language, template: null);

    /// <summary>A language tag as it is written; empty stands for all languages.</summary>
    public static bool TryRead(string? language, out string tag)
    {
        tag = string.IsNullOrWhiteSpace(language) ? "" : OrchardCore.Customers.Languages.Parse(language.Trim()) ?? "";

        return tag.Length > 0 || string.IsNullOrWhiteSpace(language);
    }

    private async Task ChangeAsync(CustomerMailKind kind, string language, CustomerMailTemplate? template)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        site.Alter<CustomerAccountSettings>(settings => settings.Templates =
        [
            .. settings.Templates.Where(known => known.Kind != kind || known.Language != language),
            .. template is null ? [] : new[] { template },
        ]);
        await siteService.UpdateSiteSettingsAsync(site);
    }

    private CustomerMailValues Example() => new()
    {
        Name = ExampleName,
        Email = ExampleEmail,
        Link = ExampleLink,
        ExpiresUtc = DateTime.UtcNow.AddDays(3),
        Others = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CustomerMailTexts.Agent] = "kim",
            [CustomerMailTexts.Store] = S["Our shop"],
            [CustomerMailTexts.From] = DateTime.UtcNow.AddMinutes(-30).ToString("f", CultureInfo.CurrentCulture),
            [CustomerMailTexts.Until] = DateTime.UtcNow.ToString("f", CultureInfo.CurrentCulture),
            [CustomerMailTexts.Reason] = S["Called and asked for help"],
            [CustomerMailTexts.Changes] = string.Join('\n', S["• Cart: 2 × Desk lamp"], S["• Order: 49.90 EUR"]),
        },
    };

    private static string Url(IUrlHelper url, CustomerMailKind kind, string language)
        => url.RouteUrl(AccountsRoutes.Mail, new { kind, language = language.Length == 0 ? null : language })!;

    private string Meaning(string placeholder) => placeholder switch
    {
        CustomerMailTexts.Name => S["the customer's name"],
        CustomerMailTexts.Site => S["the name of this site"],
        CustomerMailTexts.Email => S["the address the mail is about"],
        CustomerMailTexts.Link => S["where the mail leads"],
        CustomerMailTexts.Agent => S["who acted for the customer"],
        CustomerMailTexts.Store => S["the site where that was"],
        CustomerMailTexts.From => S["when it began"],
        CustomerMailTexts.Until => S["when it was over"],
        CustomerMailTexts.Reason => S["why, as the user has said it"],
        CustomerMailTexts.Changes => S["what was changed, line by line"],
        _ => S["until when the link works"],
    };
}

/// <param name="IsOwn">Whether the site has a text of its own for all languages.</param>
/// <param name="Languages">Those with a text of their own: address and name.</param>
public sealed record CustomerMailLine(string Title, string Url, bool IsOwn, IReadOnlyList<ListOption> Languages);

/// <summary>The page on which a mail's text is written.</summary>
public sealed class CustomerMailViewModel
{
    public required CustomerMailTemplate Template { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ListOption> Placeholders { get; init; }

    /// <summary>What a customer with a made-up name would get.</summary>
    public required CustomerMail Preview { get; init; }

    /// <summary>Whether the text is the site's own.</summary>
    public required bool IsOwn { get; init; }

    public required string ListUrl { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }
}
