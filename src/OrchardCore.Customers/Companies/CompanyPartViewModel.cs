using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace OrchardCore.Customers.Companies;

/// <summary>The company's fields in the content editor. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class CompanyPartViewModel
{
    public string? Name { get; set; }

    public string? LegalName { get; set; }

    public string? TaxNumber { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? Website { get; set; }

    /// <summary>As <see cref="CompanyPicker"/> calls the company.</summary>
    public string? ParentCompanyId { get; set; }

    /// <summary>The revision the form was opened with; 0 for a new company.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public CompanyPickerModel ParentPicker { get; set; } = null!;
}
