namespace SampleStorefront.Shop;

/// <summary>What somebody is about to buy. Two requests of one browser may come at once.</summary>
public sealed class Cart
{
    public const int MaxCount = 99;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>What the admin's record calls it.</summary>
    public string Reference { get; } = "cart-" + Guid.NewGuid().ToString("N")[..8];

    public IReadOnlyList<CartLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. Products.All.Where(product => _counts.ContainsKey(product.Id)).Select(product => new CartLine(product, _counts[product.Id]))];
            }
        }
    }

    public int Count => Lines.Sum(line => line.Count);

    public int CountOf(string id) => Lines.FirstOrDefault(line => line.Product.Id == id)?.Count ?? 0;

    /// <summary>How many more of a product there is room for.</summary>
    public int RoomFor(Product product) => MaxCount - CountOf(product.Id);

    public decimal Total(Money money) => Lines.Sum(line => line.Total(money));

    /// <summary>Sets how many of a product are in it; none takes it out.</summary>
    public void Set(Product product, int count)
    {
        lock (_lock)
        {
            if (count <= 0)
            {
                _counts.Remove(product.Id);
            }
            else
            {
                _counts[product.Id] = Math.Min(count, MaxCount);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _counts.Clear();
        }
    }
}

public sealed record CartLine(Product Product, int Count)
{
    public decimal Total(Money money) => Count * money.PriceOf(Product);
}
