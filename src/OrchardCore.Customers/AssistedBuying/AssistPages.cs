using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Sites;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>The form that asks at which storefront a user wants to act for a customer, what to do there, and why.</summary>
public sealed class AssistPages(IAssistedBuyingService assist, StoreSiteForms forms, IStringLocalizer<AssistPages> S)
{
    public static AssistRequest Read(AssistFormModel model, string id) => new()
    {
        CustomerId = id,
        Site = model.Site,
        Mode = Enum.TryParse<AssistMode>(model.Mode, out var mode) ? mode : null,
        Reason = model.Reason,
    };

    /// <summary>Puts what the form offers into its model: the customer's sites, and what may be done at any of them.</summary>
    public async Task<AssistFormModel> FrameAsync(AssistFormModel model, ContentItem customer, ClaimsPrincipal user, IUrlHelper url, string listUrl)
    {
        var sites = await assist.FindSitesAsync(user, customer);
        var modes = sites.SelectMany(site => site.AssistedBuying.Modes).Distinct().Order();

        model.Frame = new AssistFrame
        {
            Id = customer.ContentItemId,
            Customer = customer.ListName(),
            CustomerUrl = CustomerReturn.CustomerUrl(url, customer.ContentItemId, listUrl),
            ListUrl = listUrl,
            Refusal = (await assist.ExplainAsync(user, customer))?.Value ?? (sites.Count == 0 ? S["None of this customer's sites has assisted buying."].Value : null),
            Site = new(
                new FieldModel(nameof(model.Site), S["Site"], model.Site) { IsRequired = true },
                [.. sites.Select(site => new ListOption(site.Code, site.Name))]),
            Mode = new(
                new FieldModel(nameof(model.Mode), S["What you want to do"], model.Mode) { IsRequired = true, Hint = S["Look only changes nothing. Cart fills the cart, and the customer orders. Full orders, too."] },
                [.. modes.Select(mode => new ListOption(mode.ToString(), forms.Label(mode)))]),
        };

        return model;
    }
}

/// <summary>What is asked before a session begins.</summary>
public class AssistFormModel
{
    public string? Site { get; set; }

    public string? Mode { get; set; }

    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public AssistFrame Frame { get; set; } = null!;
}

/// <summary>What stands around the fields.</summary>
public sealed class AssistFrame
{
    public required string Id { get; init; }

    public required string Customer { get; init; }

    public required string CustomerUrl { get; init; }

    public required string ListUrl { get; init; }

    /// <summary>Why there is nothing to ask; <see langword="null"/> when there is.</summary>
    public required string? Refusal { get; init; }

    public required ChoiceModel Site { get; init; }

    public required ChoiceModel Mode { get; init; }
}
