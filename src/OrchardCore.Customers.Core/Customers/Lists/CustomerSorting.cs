using System.Linq.Expressions;

namespace OrchardCore.Customers.Lists;

/// <summary>Which column a sort walks.</summary>
internal static class CustomerSorting
{
    public static string Column(this CustomerSort sort) => sort switch
    {
        CustomerSort.FirstName => nameof(CustomerIndex.FirstName),
        CustomerSort.LastName => nameof(CustomerIndex.LastName),
        CustomerSort.Number => nameof(CustomerIndex.Number),
        CustomerSort.Company => nameof(CustomerIndex.Company),
        CustomerSort.PreferredSite => nameof(CustomerIndex.PreferredSite),
        CustomerSort.Status => nameof(CustomerIndex.Status),
        CustomerSort.Created => nameof(CustomerIndex.CreatedUtc),
        _ => nameof(CustomerIndex.ContactName),
    };

    public static Expression<Func<CustomerIndex, object>> Key(this CustomerSort sort) => sort switch
    {
        CustomerSort.FirstName => index => index.FirstName,
        CustomerSort.LastName => index => index.LastName,
        CustomerSort.Number => index => index.Number,
        CustomerSort.Company => index => index.Company,
        CustomerSort.PreferredSite => index => index.PreferredSite,
        CustomerSort.Status => index => index.Status,
        CustomerSort.Created => index => index.CreatedUtc,
        _ => index => index.ContactName,
    };

    public static object ValueOf(this CustomerSort sort, CustomerIndex row) => sort switch
    {
        CustomerSort.FirstName => row.FirstName,
        CustomerSort.LastName => row.LastName,
        CustomerSort.Number => row.Number,
        CustomerSort.Company => row.Company,
        CustomerSort.PreferredSite => row.PreferredSite,
        CustomerSort.Status => row.Status,
        CustomerSort.Created => row.CreatedUtc,
        _ => row.ContactName,
    };
}
