using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>How often something may be tried on the storefront: for one account, and from one place of the network.</summary>
public sealed class AccountLimits(IRateLimiter limiter, ISiteService siteService, IHttpContextAccessor httpContextAccessor)
{
    /// <summary>The part of an IPv6 address that a provider gives to one customer.</summary>
    private const int NetworkBytes = 8;

    /// <summary>Counts an attempt from where the request comes from.</summary>
    public Task<RateLimitAnswer> TryFromHereAsync(AccountAction action) => TryFromHereAsync(action, Here());

    /// <summary>Counts an attempt from where the request comes from, on something that is counted on its own.</summary>
    public Task<RateLimitAnswer> TryFromHereOnAsync(AccountAction action, string target) => TryFromHereAsync(action, $"{target} {Here()}");

    /// <summary>Counts an attempt on an account, whether there is one or not.</summary>
    /// <param name="account">The id of the user, or the e-mail address that was typed.</param>
    public async Task<RateLimitAnswer> TryForAsync(AccountAction action, string account)
        => await limiter.TryAsync($"{action} for", account, (await SettingsAsync()).PerAccount);

    /// <summary>Counts an attempt of somebody who visits another server, which tells who that is.</summary>
    /// <param name="server">Which server that is; its visitors are counted on their own.</param>
    /// <param name="visitor">The network address of the visitor; what is none is counted for the server.</param>
    public async Task<RateLimitAnswer> TryOfVisitorAsync(AccountAction action, string server, string? visitor)
        => await limiter.TryAsync($"{action} of", $"{server} {(IPAddress.TryParse(visitor, out var address) ? PlaceOf(address) : "")}", (await SettingsAsync()).PerNetworkAddress);

    public Task ForgiveAsync(RateLimitAnswer answer) => limiter.ForgiveAsync(answer);

    private Task<RateLimitSettings> SettingsAsync() => siteService.GetSettingsAsync<RateLimitSettings>();

    private async Task<RateLimitAnswer> TryFromHereAsync(AccountAction action, string subject)
        => await limiter.TryAsync($"{action} from", subject, (await SettingsAsync()).PerNetworkAddress);

    /// <summary>The address as the host has it: behind a proxy, the host has to be told to look at the forwarded headers.</summary>
    private string Here() => PlaceOf(httpContextAccessor.HttpContext?.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <summary>The same for all addresses that one customer of a provider has.</summary>
    private static string PlaceOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}

/// <summary>What is tried.</summary>
public enum AccountAction
{
    LogIn,
    ForgotPassword,
    RedeemLink,
    ConfirmPassword,
    ChangeEmail,

    /// <summary>A storefront proves to be the one of its site.</summary>
    AssistCredential,

    /// <summary>A storefront exchanges the code of an assisted session.</summary>
    AssistCode,
}
