using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace OrchardCore.Customers;

/// <summary>The fields of the customer form. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class CustomerPartViewModel
{
    public string? Title { get; set; }

    public string? FirstName { get; set; }

    public string? MiddleName { get; set; }

    public string? LastName { get; set; }

    public string? ContactName { get; set; }

    public string? Company { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>ISO 8601, as an HTML date field sends it; text, so that what is no date can be shown again.</summary>
    public string? DateOfBirth { get; set; }

    public string? Gender { get; set; }

    public CustomerStatus Status { get; set; }

    /// <summary>The revision the form was opened with.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public string? Number { get; set; }

    [BindNever, ValidateNever]
    public CustomerSettings Settings { get; set; } = new();

    [BindNever, ValidateNever]
    public CustomerFields Fields { get; set; } = null!;
}
