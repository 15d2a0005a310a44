namespace SampleStorefront.Shop;

/// <param name="Euros">What it costs in the currency that the shop reckons in.</param>
public sealed record Product(string Id, string Name, string Description, decimal Euros)
{
    public string Picture => $"/products/{Id}.svg";
}

/// <summary>All that there is to buy.</summary>
public static class Products
{
    public static readonly IReadOnlyList<Product> All =
    [
        new("lamp", "Desk lamp", "Warm light, brass joint, two metres of cord.", 79),
        new("mug", "Stoneware mug", "Thrown by hand; holds three deciliters.", 18.5m),
        new("blanket", "Wool blanket", "Woven from the wool of Icelandic sheep.", 129),
        new("notebook", "Notebook", "192 pages that lie flat, sewn in thread.", 14.9m),
        new("pot", "Plant pot", "Terracotta with a saucer, for one large plant.", 32),
        new("clock", "Wall clock", "Runs without a tick, and for a year on one battery.", 54),
    ];

    public static Product? Find(string? id) => All.FirstOrDefault(product => product.Id == id);
}
