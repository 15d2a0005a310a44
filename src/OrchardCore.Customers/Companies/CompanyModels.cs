using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.DisplayManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>The page of a company with one of its tabs open.</summary>
public sealed class CompanyPageViewModel
{
    public required string Name { get; init; }

    public required IReadOnlyList<ListBadge> Badges { get; init; }

    public required IReadOnlyList<TabLink> Tabs { get; init; }

    /// <summary>The partial view of the open tab, and what it draws.</summary>
    public required string ViewName { get; init; }

    public required object Model { get; init; }

    public required IReadOnlyList<ActionLink> Actions { get; init; }

    /// <summary>The list as it was left.</summary>
    public required string ListUrl { get; init; }
}

/// <summary>The first tab: what is known of the company, and what state it is in.</summary>
/// <param name="Changes">What can be done to its state; empty for who may not.</param>
/// <param name="Subsidiaries">The first of the companies that belong to it.</param>
public sealed record CompanyOverviewModel(string CompanyId, string? EditUrl, IReadOnlyList<CustomerSection> Sections, IReadOnlyList<CompanyChange> Changes, IReadOnlyList<CustomerFact> Subsidiaries, bool HasMoreSubsidiaries)
{
    public string? ReturnUrl { get; init; }
}

/// <summary>A button that changes the state of a company.</summary>
/// <param name="Value">The name of a <see cref="CompanyAction"/>.</param>
/// <param name="Style">One of Bootstrap's button styles.</param>
public sealed record CompanyChange(string Value, string Text, string Hint, string Style);

/// <summary>A form of a company or a unit: Orchard's content editor in our frame.</summary>
public sealed class CompanyFormViewModel
{
    public required string Title { get; init; }

    public required bool IsNew { get; init; }

    /// <summary>Where it is posted to.</summary>
    public required string Action { get; init; }

    /// <summary>Where it leads when it is left.</summary>
    public required string LeaveUrl { get; init; }

    /// <summary>What the link that leaves it says.</summary>
    public required string LeaveText { get; init; }

    /// <summary>What the button that saves it says.</summary>
    public required string Verb { get; init; }

    public required string? ReturnUrl { get; init; }

    /// <summary>The zones of the content editor that hold fields, in their order.</summary>
    public required IReadOnlyList<IShape> Zones { get; init; }

    /// <summary>Under which name what is typed is kept in the browser until it is saved.</summary>
    public required KeptForm Kept { get; init; }

    /// <summary>What somebody else saved meanwhile.</summary>
    public IReadOnlyList<EditDifference>? Differences { get; init; }
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record CompanyDeleteViewModel(string Title, Confirmation Confirmation, string CancelUrl, string? ReturnUrl);

/// <summary>How a company is called.</summary>
internal static class CompanyNames
{
    public static string NameOf(this ContentItem item) => string.IsNullOrEmpty(item.DisplayText) ? item.ContentItemId : item.DisplayText;
}
