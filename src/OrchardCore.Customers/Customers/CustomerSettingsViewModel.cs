using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace OrchardCore.Customers;

/// <summary>The fields of the settings page. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class CustomerSettingsViewModel
{
    public string? NumberPattern { get; set; }

    public ContactNameUniqueness ContactNameUniqueness { get; set; }

    public bool UniqueEmail { get; set; }

    public string[] RequiredFields { get; set; } = [];

    public CustomersMenu Menu { get; set; }

    /// <summary>One on each line, like the three that follow.</summary>
    public string? Titles { get; set; }

    public string? Genders { get; set; }

    public string? Sites { get; set; }

    public string? ConsentChannels { get; set; }

    public bool BusinessNeedsGroup { get; set; }

    /// <summary>Whether sites are named here, and not on a page of their own.</summary>
    [BindNever, ValidateNever]
    public bool HasSites { get; set; }

    [BindNever, ValidateNever]
    public CustomerFields Fields { get; set; } = null!;

    [BindNever, ValidateNever]
    public long ExampleNumber { get; set; }

    /// <summary>What the pattern makes of that running number; empty while it makes none.</summary>
    [BindNever, ValidateNever]
    public string Example { get; set; } = "";
}
