using OrchardCore.Customers.Accounts;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Whom a route of the storefront is for, and what it is about besides the customer who is logged in.</summary>
/// <param name="IsForCustomers">Whether one has to be logged in as a customer.</param>
/// <param name="HasAddress">Whether it is about an address of the customer's.</param>
/// <param name="Code">What the code has to be good for; <see langword="null"/> where none is asked for.</param>
internal sealed record StorefrontRule(bool IsForCustomers, bool HasAddress = false, AccountCodePurpose? Code = null);

/// <summary>As <see cref="RouteRules"/>, for the pages of customers. No rule names a customer, since no route does.</summary>
internal static class StorefrontRules
{
    private static readonly StorefrontRule ForAll = new(IsForCustomers: false);

    private static readonly StorefrontRule ForCustomers = new(IsForCustomers: true);

    private static readonly StorefrontRule ForOwnAddress = new(IsForCustomers: true, HasAddress: true);

    public static readonly IReadOnlyDictionary<string, StorefrontRule> All = new Dictionary<string, StorefrontRule>(StringComparer.Ordinal)
    {
        ["AccountLogIn.LogIn"] = ForAll,
        ["AccountLogIn.LogInPost"] = ForAll,
        ["AccountLogIn.LogOut"] = ForAll,
        ["AccountLogIn.LogOutEverywhere"] = ForCustomers,

        ["AccountPassword.Set"] = With(AccountCodePurpose.Invitation),
        ["AccountPassword.SetPost"] = With(AccountCodePurpose.Invitation),
        ["AccountPassword.Reset"] = With(AccountCodePurpose.Reset),
        ["AccountPassword.ResetPost"] = With(AccountCodePurpose.Reset),
        ["AccountPassword.Forgot"] = ForAll,
        ["AccountPassword.ForgotPost"] = ForAll,
        ["AccountPassword.Change"] = ForCustomers,
        ["AccountPassword.ChangePost"] = ForCustomers,
        ["AccountAttach.Attach"] = With(AccountCodePurpose.Attach),
        ["AccountAttach.AttachPost"] = With(AccountCodePurpose.Attach),
        ["AccountEmail.Change"] = ForCustomers,
        ["AccountEmail.ChangePost"] = ForCustomers,
        ["AccountEmail.Confirm"] = With(AccountCodePurpose.Email),
        ["AccountEmail.ConfirmPost"] = With(AccountCodePurpose.Email),

        ["AccountDetails.Index"] = ForCustomers,
        ["AccountDetails.Edit"] = ForCustomers,
        ["AccountDetails.EditPost"] = ForCustomers,
        ["AccountDetails.Download"] = ForCustomers,
        ["AccountDetails.Close"] = ForCustomers,
        ["AccountDetails.ClosePost"] = ForCustomers,

        ["AccountAddresses.Index"] = ForCustomers,
        ["AccountAddresses.Add"] = ForCustomers,
        ["AccountAddresses.AddPost"] = ForCustomers,
        ["AccountAddresses.Fields"] = ForCustomers,
        ["AccountAddresses.Edit"] = ForOwnAddress,
        ["AccountAddresses.EditPost"] = ForOwnAddress,
        ["AccountAddresses.Choose"] = ForOwnAddress,
        ["AccountAddresses.Delete"] = ForOwnAddress,
        ["AccountAddresses.DeletePost"] = ForOwnAddress,
    };

    private static StorefrontRule With(AccountCodePurpose purpose) => new(IsForCustomers: false, Code: purpose);
}
