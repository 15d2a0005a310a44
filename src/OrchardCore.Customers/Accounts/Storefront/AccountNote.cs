namespace OrchardCore.Customers.Accounts;

/// <summary>
/// What the next page says of what was done before, named in its address. A theme's own notes may need a script or be
/// drawn nowhere at all.
/// </summary>
public enum AccountNote
{
    LoggedOut,
    LoggedOutEverywhere,
    PasswordSet,
    PasswordChanged,
    DetailsSaved,
    AddressSaved,
    AddressDeleted,
    AddressChosen,
    EmailChanged,
    Attached,
    AccountClosed,

    /// <summary>The shop closed it.</summary>
    NoLongerActive,
}
