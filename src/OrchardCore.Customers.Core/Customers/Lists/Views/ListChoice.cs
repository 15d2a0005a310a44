using YesSql.Indexes;

namespace OrchardCore.Customers.Lists.Views;

/// <summary>How a user likes the list of customers.</summary>
public sealed class ListChoice
{
    /// <summary>The user's id.</summary>
    public string UserId { get; set; } = "";

    /// <summary>The names of the columns, in their order, where no view says otherwise; <see langword="null"/> for those shown by default.</summary>
    public string[]? Columns { get; set; }

    /// <summary>The view that opens with the list; <see langword="null"/> when all customers do.</summary>
    public string? DefaultViewId { get; set; }
}

/// <summary>Finds the choice of a user.</summary>
public sealed class ListChoiceIndex : MapIndex
{
    /// <summary>As in <see cref="ListChoice.UserId"/>.</summary>
    public string UserId { get; set; } = "";
}

/// <summary>Maps every <see cref="ListChoice"/>.</summary>
public sealed class ListChoiceIndexProvider : IndexProvider<ListChoice>
{
    public ListChoiceIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<ListChoice> context)
        => context.For<ListChoiceIndex>().Map(choice => new ListChoiceIndex { UserId = choice.UserId });
}
