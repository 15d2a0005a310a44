using OrchardCore.Customers.Lists;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public sealed class CustomerListStateTests
{
    [Fact]
    public void AnAddressWithoutParametersIsTheDefaultList()
    {
        var query = State().ToQuery();

        Assert.Equal((null, CustomerSort.ContactName, false, CustomerQuery.DefaultPageSize, CustomerPosition.First), (query.Search, query.Sort, query.Descending, query.PageSize, query.Position));
    }

    [Theory]
    [InlineData("search", "  ")]
    [InlineData("sort", "shoe")]
    [InlineData("sort", "1")]
    [InlineData("order", "sideways")]
    [InlineData("pagenum", "-3")]
    [InlineData("size", "1000000")]
    [InlineData("after", "\0")]
    [InlineData("before", "4abc\0")]
    [InlineData("after", "../x")]
    [InlineData("after", "4abcdefghjkmnpqrstvwxyz0123")]
    [InlineData("evil", "1")]
    public void WhatIsNotUnderstoodIsLeftOutAndNotCarriedOn(string key, string value)
    {
        var state = State((key, value));
        var query = state.ToQuery();

        Assert.Equal((null, CustomerSort.ContactName, false, CustomerQuery.DefaultPageSize, CustomerPosition.First), (query.Search, query.Sort, query.Descending, query.PageSize, query.Position));
        Assert.Empty(state.ToRouteValues());
    }

    [Fact]
    public void TheStateIsReadBackFromTheAddressItMakes()
    {
        var query = State(("search", "åse"), ("sort", "company"), ("order", "desc"), ("pagenum", "3"), ("size", "50")).ToQuery();

        Assert.Equal(("åse", CustomerSort.Company, true, 50, new CustomerPosition.Numbered(3)), (query.Search, query.Sort, query.Descending, query.PageSize, query.Position));
    }

    [Fact]
    public void SortingGoesToTheFirstPageAndTurnsRoundOnTheSecondClick()
    {
        var sorted = State(("search", "åse"), ("pagenum", "3")).SortedBy(CustomerSort.Company);
        Assert.Equal(["search", "sort"], sorted.Keys.Order());

        var turned = State(("sort", "company")).SortedBy(CustomerSort.Company);
        Assert.Equal("desc", turned["order"]);

        var back = State(("sort", "company"), ("order", "desc")).SortedBy(CustomerSort.Company);
        Assert.DoesNotContain("order", back.Keys);
    }

    [Theory]
    [InlineData("after")]
    [InlineData("before")]
    public void APlaceInTheListReplacesThePageNumber(string key)
    {
        var state = State(("pagenum", "3"));
        var values = key == "after" ? state.After("x1") : state.Before("x1");

        Assert.Equal([key], values.Keys);
    }

    private static CustomerListState State(params (string Key, string Value)[] query)
        => CustomerListState.From(query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)), []);
}
