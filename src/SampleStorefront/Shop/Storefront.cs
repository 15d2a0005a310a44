using SampleStorefront.Assist;

namespace SampleStorefront.Shop;

/// <summary>What every page has: who is there, what they have chosen, and how the shop speaks to them.</summary>
public sealed class Storefront(Assistance assistance, Visitors visitors)
{
    private Texts? _texts;
    private Money? _money;

    public Assistance Assistance => assistance;

    public Visitors Visitors => visitors;

    public Texts Texts => _texts ??= new Texts(assistance.Session?.Customer.Language);

    public Money Money => _money ??= new Money(assistance.Session?.Customer.Currency, Texts.Culture);
}
