using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.ManagedBy;

namespace OrchardCore.Customers;

/// <summary>The fields of the customer form. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class CustomerPartViewModel
{
    public string? Title { get; set; }

    public string? FirstName { get; set; }

    public string? MiddleName { get; set; }

    public string? LastName { get; set; }

    public string? Suffix { get; set; }

    public string? ContactName { get; set; }

    public string? Company { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? SecondPhone { get; set; }

    /// <summary>ISO 8601, as an HTML date field sends it; text, so that what is no date can be shown again.</summary>
    public string? DateOfBirth { get; set; }

    public string? Gender { get; set; }

    public string? Language { get; set; }

    public string? Currency { get; set; }

    public string? PreferredSite { get; set; }

    public string[] Sites { get; set; } = [];

    public CustomerStatus Status { get; set; }

    public bool OnHold { get; set; }

    public string? HoldReason { get; set; }

    /// <summary>The last day of the hold, like <see cref="DateOfBirth"/>.</summary>
    public string? HoldUntil { get; set; }

    /// <summary>The channels that the customer wants to be notified through.</summary>
    public string[] Consents { get; set; } = [];

    public bool IsBusiness { get; set; }

    public CustomerBusinessViewModel Business { get; set; } = new();

    /// <summary>The name of a user.</summary>
    public string? ManagedBy { get; set; }

    public string[] Groups { get; set; } = [];

    public string? MemberNumber { get; set; }

    public string? MemberVerificationCode { get; set; }

    public CustomerReferenceViewModel[] References { get; set; } = [];

    /// <summary>Read from the form of a new customer only.</summary>
    public string? CustomId { get; set; }

    /// <summary>The revision the form was opened with.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public AddressFieldsModel BusinessAddress { get; set; } = null!;

    [BindNever, ValidateNever]
    public ManagerPicker? ManagerPicker { get; set; }

    [BindNever, ValidateNever]
    public CustomerFormContext Context { get; set; } = null!;
}

/// <summary>What is known of a customer's business.</summary>
public class CustomerBusinessViewModel
{
    public string? Name { get; set; }

    public string? TaxNumber { get; set; }

    public string? RegistrationNumber { get; set; }

    public AddressInput Address { get; set; } = new();

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty() => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(TaxNumber) && string.IsNullOrWhiteSpace(RegistrationNumber)
        && string.IsNullOrWhiteSpace(Address.Line1) && string.IsNullOrWhiteSpace(Address.City) && string.IsNullOrWhiteSpace(Address.PostalCode);
}

/// <summary>One row of the references; empty ones are left out.</summary>
public class CustomerReferenceViewModel
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
