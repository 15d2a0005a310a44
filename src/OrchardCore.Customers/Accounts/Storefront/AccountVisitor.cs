using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement;
using OrchardCore.Users;

namespace OrchardCore.Customers.Accounts;

/// <summary>Who visits the storefront: the customer of the user who is logged in.</summary>
public sealed class AccountVisitor(ICustomerAccountManager accounts, SignInManager<IUser> signInManager, IHttpContextAccessor httpContextAccessor)
{
    private ContentItem? _customer;

    /// <summary>The customer, looked up once.</summary>
    /// <exception cref="InvalidOperationException">Nobody is logged in, or no customer: the action should be <see cref="CustomerOnlyAttribute"/>.</exception>
    public ContentItem Customer => _customer ?? throw new InvalidOperationException("No customer is logged in.");

    public CustomerPart Record => Customer.GetOrCreate<CustomerPart>();

    /// <summary>Who is no longer active may neither log in nor stay.</summary>
    public bool MayLogIn => Record.Status == CustomerStatus.Active;

    /// <summary>The user who is logged in, a customer or not; <see langword="null"/> when nobody is.</summary>
    public string? UserId => User.Identity?.IsAuthenticated == true ? User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    private ClaimsPrincipal User => httpContextAccessor.HttpContext!.User;

    /// <summary>The customer; <see langword="null"/> when nobody is logged in or the user is no customer, such as the shop's staff.</summary>
    public async Task<ContentItem?> FindAsync()
        => _customer ??= UserId is { } id ? await accounts.FindCustomerAsync(id) : null;

    public Task LogOutAsync() => signInManager.SignOutAsync();
}
