using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// A rule that every company obeys besides the module's own, however it is saved: by the form, Orchard's own editor, a recipe
/// or the API. Register it as a scoped service.
/// </summary>
public interface ICompanyRule
{
    /// <summary>Checks a company that is about to be saved.</summary>
    /// <param name="company">It has a <see cref="CompanyPart"/>, with its texts trimmed.</param>
    /// <param name="fail">Takes the full name of the field beside which the message is shown, and what is wrong in the user's words.</param>
    Task CheckAsync(ContentItem company, Action<string, LocalizedString> fail);
}
