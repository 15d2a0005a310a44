using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>Whom a user creates who sees only some customers, that user manages: by our form, Orchard's editor or the content API.</summary>
internal sealed class ManagedByHandler(ManagedByRights rights) : ContentPartHandler<CustomerPart>
{
    public override async Task CreatingAsync(CreateContentContext context, CustomerPart part)
    {
        if (!await rights.SeesAllAsync())
        {
            part.ManagedBy = rights.UserId;
            part.Apply();
        }
    }
}
