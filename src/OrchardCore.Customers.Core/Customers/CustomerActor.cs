using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace OrchardCore.Customers;

/// <summary>
/// Who changes customers in this scope, for their history: the user of the request or, where there is none, whoever had
/// asked for a job.
/// </summary>
public sealed class CustomerActor(IHttpContextAccessor httpContextAccessor)
{
    private (string Id, string Name)? _asked;

    /// <summary>The id of the user; <see langword="null"/> when nobody asked, as during the setup.</summary>
    public string? UserId => _asked?.Id ?? User?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The name of the user; <see langword="null"/> when nobody asked.</summary>
    public string? UserName => _asked?.Name ?? User?.Identity!.Name;

    /// <summary>What does the work, where it is not the user's own hand, e.g. <c>Recipe</c>.</summary>
    public string? Means { get; set; }

    /// <summary>A job that runs without a request does it for this user.</summary>
    public void ActFor(string userId, string userName) => _asked = (userId, userName);

    private ClaimsPrincipal? User => httpContextAccessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;
}
