using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// A tab of the company's page. Its content is asked for when it is opened, and has its own address
/// (<c>?tab=units</c>). Register it as a scoped service.
/// </summary>
public interface ICompanyTab
{
    /// <summary>Its name in the address, e.g. <c>units</c>.</summary>
    string Name { get; }

    LocalizedString Text { get; }

    /// <summary>Tabs stand in ascending order; the module's own have 10, 20, 30 ... and the overview, which is no tab of this kind, is first.</summary>
    int Order { get; }

    /// <summary>Asked for with the company; without it the tab is not there.</summary>
    Permission Permission { get; }

    /// <summary>The partial view in <c>Views/Shared</c> that draws the model, e.g. <c>_CompanyUnits</c>.</summary>
    string ViewName { get; }

    /// <summary>Shown beside the text, told from the item alone: no query; <see langword="null"/> for none.</summary>
    int? Count(ContentItem company) => null;

    /// <summary>What the view draws, with a fixed number of queries.</summary>
    Task<object> BuildAsync(CompanyTabContext context);
}

/// <summary>What a tab is asked for.</summary>
/// <param name="User">Who looks.</param>
/// <param name="Page">The page of the tab's list, from 1, where it has several.</param>
/// <param name="Search">What the tab's list is searched for.</param>
public sealed record CompanyTabContext(ContentItem Company, ClaimsPrincipal User, int Page, string? Search)
{
    /// <summary>The list as it was left, for links of the tab that lead back to the page.</summary>
    public string? ReturnUrl { get; init; }
}
