using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;

namespace Platform.Tests.Features.Things;

/// <summary>Something that nobody may do anything with.</summary>
public sealed class RefusedThing;

public sealed class RefusingHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is RefusedThing)
        {
            context.Fail(new AuthorizationFailureReason(this, "Nobody may."));
        }

        return Task.CompletedTask;
    }
}
