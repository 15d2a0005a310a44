using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies;

/// <summary>The unit's fields in the content editor. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class BusinessUnitPartViewModel
{
    public string? Name { get; set; }

    public string? Iban { get; set; }

    public string? Bic { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Url { get; set; }

    public string[] AddressIds { get; set; } = [];

    /// <summary>The revision the form was opened with; 0 for a new unit.</summary>
    public int Revision { get; set; }

    /// <summary>The addresses of the company; <see langword="null"/> when it has none.</summary>
    [BindNever, ValidateNever]
    public ChecksModel? Addresses { get; set; }
}
