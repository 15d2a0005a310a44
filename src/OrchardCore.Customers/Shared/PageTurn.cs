namespace OrchardCore.Customers.Shared;

/// <summary>Turns the pages of a list in time, drawn by the <c>_PageTurn</c> partial.</summary>
/// <param name="Number">The page that is shown, from 1.</param>
/// <param name="Tab">The tab of the customer's page that the list is on.</param>
public sealed record PageTurn(int Number, bool HasOlder, string CustomerId, string Tab, string? ReturnUrl)
{
    public bool IsNeeded => Number > 1 || HasOlder;
}
