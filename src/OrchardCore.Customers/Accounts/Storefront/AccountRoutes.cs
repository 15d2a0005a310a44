namespace OrchardCore.Customers.Accounts;

/// <summary>Names of the storefront's routes, all of them under <c>/account</c>; whom they are about, the log-in says.</summary>
public static class AccountRoutes
{
    /// <summary>What the customer's record says, with the way to everything else.</summary>
    public const string Details = "CustomerAccount";

    public const string EditDetails = "CustomerAccountEdit";

    public const string LogIn = "CustomerAccountLogIn";

    /// <summary>A POST.</summary>
    public const string LogOut = "CustomerAccountLogOut";

    /// <summary>Ends the sessions on all devices: a POST.</summary>
    public const string LogOutEverywhere = "CustomerAccountLogOutEverywhere";

    /// <summary>Where an invitation leads, with its <c>code</c>.</summary>
    public const string SetPassword = "CustomerAccountSetPassword";

    public const string ForgotPassword = "CustomerAccountForgotPassword";

    /// <summary>Where the mail for a forgotten password leads, with its <c>code</c>.</summary>
    public const string ResetPassword = "CustomerAccountResetPassword";

    /// <summary>Where the mail leads that attaches a user of the site to a customer, with its <c>code</c>.</summary>
    public const string Attach = "CustomerAccountAttach";

    public const string ChangePassword = "CustomerAccountChangePassword";

    public const string Addresses = "CustomerAccountAddresses";

    public const string AddAddress = "CustomerAccountAddAddress";

    public const string EditAddress = "CustomerAccountEditAddress";

    public const string DeleteAddress = "CustomerAccountDeleteAddress";

    /// <summary>Says what an address is for: a POST with <c>use</c>.</summary>
    public const string ChooseAddress = "CustomerAccountChooseAddress";

    /// <summary>Draws the fields of another country around what was typed: a POST with the <c>prefix</c> of their names.</summary>
    public const string AddressFields = "CustomerAccountAddressFields";

    public const string Email = "CustomerAccountEmail";

    /// <summary>Where the mail to a new address leads, with its <c>code</c>.</summary>
    public const string ConfirmEmail = "CustomerAccountConfirmEmail";

    /// <summary>What is kept of the customer, as a file.</summary>
    public const string Download = "CustomerAccountDownload";

    public const string Close = "CustomerAccountClose";

    internal const string Root = "account";
}
