using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Sites;

/// <summary>A site as fields of its form, and back.</summary>
public sealed class StoreSiteForms(IStoreSiteManager manager, IEnumerable<IStoreSiteSection> sections, IStringLocalizer<StoreSiteForms> S)
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    public static StoreSiteFormModel Read(StoreSite site) => new()
    {
        Code = site.Code,
        Name = site.Name,
        StorefrontUrl = site.StorefrontUrl,
        Currencies = string.Join(", ", site.Currencies),
        Languages = string.Join(", ", site.Languages),
        IsActive = site.IsActive,
        AssistedBuying = new()
        {
            IsEnabled = site.AssistedBuying.IsEnabled,
            EntryPath = site.AssistedBuying.EntryPath,
            Modes = [.. site.AssistedBuying.Modes.Select(mode => mode.ToString())],
            SessionMinutes = site.AssistedBuying.SessionMinutes.ToString(CultureInfo.InvariantCulture),
            AllowedOrigins = string.Join('\n', site.AssistedBuying.AllowedOrigins),
            MailsCustomer = site.AssistedBuying.MailsCustomer,
        },
        Revision = site.Revision,
    };

    /// <summary>What was typed as a site; whether it may be saved, the manager says. What is no number and no choice, it refuses.</summary>
    /// <param name="code">The code in the address; <see langword="null"/> for a new site, which brings its own.</param>
    public static StoreSite Write(StoreSiteFormModel model, string? code) => new()
    {
        Code = code ?? model.Code ?? "",
        Name = model.Name ?? "",
        StorefrontUrl = model.StorefrontUrl ?? "",
        Currencies = Split(model.Currencies),
        Languages = Split(model.Languages),
        IsActive = model.IsActive,
        AssistedBuying = new()
        {
            IsEnabled = model.AssistedBuying.IsEnabled,
            EntryPath = model.AssistedBuying.EntryPath ?? "",
            Modes = [.. (model.AssistedBuying.Modes ?? []).Select(name => Enum.TryParse<AssistMode>(name, out var mode) ? mode : (AssistMode)(-1))],
            SessionMinutes = int.TryParse(model.AssistedBuying.SessionMinutes, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            AllowedOrigins = Split(model.AssistedBuying.AllowedOrigins),
            MailsCustomer = model.AssistedBuying.MailsCustomer,
        },
        Revision = model.Revision,
    };

    /// <summary>Puts what stands around the fields into the model; when somebody else saved the site meanwhile, what differs and the stored revision, so that saving again is a decision.</summary>
    public async Task<StoreSiteFormModel> FrameAsync(StoreSiteFormModel model, string? code, IUrlHelper url, ModelStateDictionary modelState)
    {
        var differences = await CompareAsync(model, code, modelState);

        model.Frame = new StoreSiteFrame
        {
            IsNew = code is null,
            ListUrl = url.RouteUrl(SitesRoutes.List)!,
            Modes = new($"{nameof(model.AssistedBuying)}.{nameof(model.AssistedBuying.Modes)}", S["What may be done"],
                [.. Enum.GetValues<AssistMode>().Select(mode => new CheckOption(mode.ToString(), Label(mode), model.AssistedBuying.Modes?.Contains(mode.ToString(), StringComparer.Ordinal) == true, Hint(mode)))]),
            MinutesHint = S["From {0} to {1}.", SiteAssistedBuying.MinSessionMinutes, SiteAssistedBuying.MaxSessionMinutes],
            Differences = differences,
            Sections = await BuildSectionsAsync(code),
        };

        return model;
    }

    public LocalizedString Label(AssistMode mode) => mode switch
    {
        AssistMode.LookOnly => S["Look only"],
        AssistMode.Cart => S["Cart"],
        _ => S["Full"],
    };

    /// <summary>What other features have to say of a site that is saved.</summary>
    private async Task<IReadOnlyList<StoreSiteSection>> BuildSectionsAsync(string? code)
    {
        var built = new List<StoreSiteSection>();

        if (code is not null && await manager.FindAsync(code) is { } site)
        {
            foreach (var section in sections)
            {
                built.Add(new(section.ViewName, await section.BuildAsync(site)));
            }
        }

        return built;
    }

    private LocalizedString Hint(AssistMode mode) => mode switch
    {
        AssistMode.LookOnly => S["See what the customer sees, and change nothing."],
        AssistMode.Cart => S["Fill the cart; the customer orders."],
        _ => S["Order for the customer, too."],
    };

    private async Task<IReadOnlyList<EditDifference>?> CompareAsync(StoreSiteFormModel yours, string? code, ModelStateDictionary modelState)
    {
        if (!modelState.TryGetValue(nameof(yours.Revision), out var entry) || entry.Errors.Count == 0 || await manager.FindAsync(code) is not { } stored)
        {
            return null;
        }

        yours.Revision = stored.Revision;
        modelState.Remove(nameof(yours.Revision));
        modelState.AddModelError("", S["Somebody else saved this site after you had opened it."]);

        return [.. Values(Read(stored)).Zip(Values(yours))
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new EditDifference(pair.First.Name, pair.First.Label, pair.First.Value, pair.First.Text, pair.Second.Text))];
    }

    private IEnumerable<SiteFormValue> Values(StoreSiteFormModel model)
    {
        const string Assisted = nameof(StoreSiteFormModel.AssistedBuying) + ".";
        var assisted = model.AssistedBuying;
        string[] modes = [.. (assisted.Modes ?? []).Order(StringComparer.Ordinal)];

        return
        [
            Plain(nameof(model.Name), S["Name"], model.Name),
            Plain(nameof(model.StorefrontUrl), S["Address of the storefront"], model.StorefrontUrl),
            Plain(nameof(model.Currencies), S["Currencies"], model.Currencies),
            Plain(nameof(model.Languages), S["Languages"], model.Languages),
            Switch(nameof(model.IsActive), S["Active"], model.IsActive),
            Switch(Assisted + nameof(assisted.IsEnabled), S["Assisted buying"], assisted.IsEnabled),
            Plain(Assisted + nameof(assisted.EntryPath), S["Page that opens first"], assisted.EntryPath),
            new(Assisted + nameof(assisted.Modes), S["What may be done"], string.Join(',', modes), string.Join(", ", modes.Select(name => Enum.TryParse<AssistMode>(name, out var mode) ? Label(mode).Value : name))),
            Plain(Assisted + nameof(assisted.SessionMinutes), S["Minutes until a session ends"], assisted.SessionMinutes),
            Plain(Assisted + nameof(assisted.AllowedOrigins), S["Further origins"], assisted.AllowedOrigins?.ReplaceLineEndings("\n")),
            Switch(Assisted + nameof(assisted.MailsCustomer), S["Mail the customer afterwards"], assisted.MailsCustomer),
        ];

        static SiteFormValue Plain(string name, string label, string? value) => new(name, label, value ?? "", value ?? "");

        SiteFormValue Switch(string name, string label, bool isOn) => new(name, label, isOn ? "true" : "false", isOn ? S["Yes"] : S["No"]);
    }

    private static string[] Split(string? text) => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="Value">What the field holds; several values with commas between.</param>
    /// <param name="Text">The same in a reader's words.</param>
    private sealed record SiteFormValue(string Name, string Label, string Value, string Text);
}
