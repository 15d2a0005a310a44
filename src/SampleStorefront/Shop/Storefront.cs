using SampleStorefront.Assist;

namespace SampleStorefront.Shop;

/// <summary>What every page has: who is there, what they have chosen, and how the shop speaks to them.</summary>
public sealed class Storefront(Assistance assistance, Visitors visitors)
{
    public Assistance Assistance => assistance;

    public Visitors Visitors => visitors;

    public Texts Texts => new(assistance.Session?.Customer.Language);

    /// <summary>An order names the prices that were on the page, before anybody is asked.</summary>
    public Money Money => new(assistance.Last?.Customer.Currency, new Texts(assistance.Last?.Customer.Language).Culture);
}
