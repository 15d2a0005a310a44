using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Whom a session is about, and who works on it in the admin.</summary>
internal sealed class AssistParties(ICustomerManager customers, CustomerActor actor)
{
    public string? UserName => actor.UserName;

    public Task<ContentItem?> FindCustomerAsync(string customerId) => customers.FindAsync(customerId);
}
