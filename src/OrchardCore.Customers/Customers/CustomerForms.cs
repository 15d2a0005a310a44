using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>Builds and reads the content editor of a customer, and the frame around it.</summary>
public sealed class CustomerForms(
    IContentItemDisplayManager displayManager,
    IUpdateModelAccessor updateModelAccessor,
    CustomerLookup lookup,
    ISiteService siteService,
    CustomerActionLinks actions)
{
    private const int MaxNamesakes = 3;

    /// <summary>Where parts put their fields; the editor's own buttons stay out.</summary>
    private static readonly string[] FieldZones = ["Parts", "Content", "Sidebar"];

    /// <summary>The editor with the customer's values.</summary>
    public Task<IShape> EditAsync(ContentItem customer, bool isNew)
        => displayManager.BuildEditorAsync(customer, updateModelAccessor.ModelUpdater, isNew);

    /// <summary>Writes what was posted into the customer; errors are in the model state.</summary>
    /// <returns>The editor with what was typed.</returns>
    public Task<IShape> UpdateAsync(ContentItem customer, bool isNew)
        => displayManager.UpdateEditorAsync(customer, updateModelAccessor.ModelUpdater, isNew);

    public async Task<CustomerFormViewModel> FrameAsync(CustomerFormState form, IUrlHelper url, ClaimsPrincipal user) => new()
    {
        Form = form,
        Zones = [.. FieldZones.Select(name => ((IZoneHolding)form.Editor).Zones[name]).OfType<IShape>()],
        LeaveUrl = form.LeaveUrl(url),
        Kept = KeptForm.In(url.ActionContext.HttpContext),
        Actions = form.IsNew ? [] : await actions.OnPageAsync(form.Customer, CustomersRoutes.Edit, form.ListUrl, url, user),
    };

    /// <summary>Says who else has the contact name, unless the user was told already or the name has not changed.</summary>
    public async Task<NamesakeWarning?> WarnAsync(ContentItem customer, string? formerName, string? acceptedName, ClaimsPrincipal user)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var name = SearchText.FoldKey(customer.GetOrCreate<CustomerPart>().ContactName);

        if (settings.ContactNameUniqueness != ContactNameUniqueness.Warn || name == acceptedName || name == SearchText.FoldKey(formerName))
        {
            return null;
        }

        var namesakes = await lookup.FindSimilarAsync(name, email: null, phone: null, customer.ContentItemId, MaxNamesakes, user);

        return namesakes.Count == 0 ? null : new NamesakeWarning(name, namesakes);
    }
}

/// <summary>A form on its way to the page.</summary>
public sealed record CustomerFormState(ContentItem Customer, bool IsNew, IShape Editor, string ListUrl)
{
    public NamesakeWarning? Warning { get; init; }

    public EditConflict? Conflict { get; init; }

    /// <summary>See <see cref="CustomerReturn"/>.</summary>
    public string? Back { get; init; }

    /// <summary>Whether the user comes from the customer's page, and goes back to it.</summary>
    public bool IsFromCustomer => !IsNew && Back == CustomerReturn.ToCustomer;

    public string LeaveUrl(IUrlHelper url) => IsFromCustomer ? CustomerReturn.CustomerUrl(url, Customer.ContentItemId, ListUrl) : ListUrl;
}
