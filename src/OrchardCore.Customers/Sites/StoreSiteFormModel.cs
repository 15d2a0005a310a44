using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Sites;

/// <summary>The form of a site.</summary>
public class StoreSiteFormModel
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? StorefrontUrl { get; set; }

    /// <summary>With commas between, like the languages.</summary>
    public string? Currencies { get; set; }

    public string? Languages { get; set; }

    public bool IsActive { get; set; }

    public AssistedBuyingFormModel AssistedBuying { get; set; } = new();

    /// <summary>The revision the form was opened with; 0 for a new site.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public StoreSiteFrame Frame { get; set; } = null!;
}

/// <summary>The fields of a site's form about assisted buying.</summary>
public class AssistedBuyingFormModel
{
    public bool IsEnabled { get; set; }

    public string? EntryPath { get; set; }

    /// <summary>Names of <see cref="AssistMode"/>.</summary>
    public string[]? Modes { get; set; }

    public string? SessionMinutes { get; set; }

    /// <summary>One on each line.</summary>
    public string? AllowedOrigins { get; set; }

    public bool MailsCustomer { get; set; }
}

/// <summary>What stands around the form's fields.</summary>
public sealed class StoreSiteFrame
{
    public required bool IsNew { get; init; }

    public required string ListUrl { get; init; }

    public required ChecksModel Modes { get; init; }

    public required string MinutesHint { get; init; }

    /// <summary>What somebody else saved meanwhile; <see langword="null"/> when nobody did.</summary>
    public IReadOnlyList<EditDifference>? Differences { get; init; }

    /// <summary>What other features show below the form.</summary>
    public IReadOnlyList<StoreSiteSection> Sections { get; init; } = [];
}

/// <param name="ViewName">The partial view that draws the model.</param>
public sealed record StoreSiteSection(string ViewName, object Model);
