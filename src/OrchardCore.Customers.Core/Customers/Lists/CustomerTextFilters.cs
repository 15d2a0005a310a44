using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerIdFilter(CustomerFields fields, IStringLocalizer<CustomerIdFilter> S) : BeginningFilter
{
    public override string Name => "id";

    public override LocalizedString Label => fields.Label(nameof(CustomerPart.CustomId));

    public override LocalizedString Hint => S["Show only customers whose id begins like this"];

    protected override Expression<Func<CustomerIndex, bool>> BeginsWith(string value)
    {
        var (head, word) = (CodeBeginnings.Head(value), CodeBeginnings.Word(value));

        return head.Length == value.Length
            ? index => index.CustomId.StartsWith(head)
            : index => index.CustomId.StartsWith(head) && index.Words.Contains(word);
    }
}

internal sealed class CustomerNumberFilter(CustomerFields fields, IStringLocalizer<CustomerNumberFilter> S) : BeginningFilter
{
    public override string Name => "number";

    public override LocalizedString Label => fields.Label(nameof(CustomerPart.Number));

    public override LocalizedString Hint => S["Show only customers whose number begins like this"];

    protected override Expression<Func<CustomerIndex, bool>> BeginsWith(string value)
    {
        var text = SearchText.FoldKey(value);
        return index => index.Number.StartsWith(text);
    }
}

internal sealed class CustomerFirstNameFilter(CustomerFields fields, IStringLocalizer<CustomerFirstNameFilter> S) : BeginningFilter
{
    public override string Name => "firstname";

    public override LocalizedString Label => fields.Label(nameof(CustomerPart.FirstName));

    public override LocalizedString Hint => S["Show only customers whose first name begins like this"];

    protected override Expression<Func<CustomerIndex, bool>> BeginsWith(string value)
    {
        var text = SearchText.FoldKey(value);
        return index => index.FirstName.StartsWith(text);
    }
}

internal sealed class CustomerLastNameFilter(CustomerFields fields, IStringLocalizer<CustomerLastNameFilter> S) : BeginningFilter
{
    public override string Name => "lastname";

    public override LocalizedString Label => fields.Label(nameof(CustomerPart.LastName));

    public override LocalizedString Hint => S["Show only customers whose last name begins like this"];

    protected override Expression<Func<CustomerIndex, bool>> BeginsWith(string value)
    {
        var text = SearchText.FoldKey(value);
        return index => index.LastName.StartsWith(text);
    }
}

internal sealed class CustomerCompanyFilter(CustomerFields fields, IStringLocalizer<CustomerCompanyFilter> S) : BeginningFilter
{
    public override string Name => "company";

    public override LocalizedString Label => fields.Label(nameof(CustomerPart.Company));

    public override LocalizedString Hint => S["Show only customers whose company begins like this"];

    protected override Expression<Func<CustomerIndex, bool>> BeginsWith(string value)
    {
        var text = SearchText.FoldKey(value);
        return index => index.Company.StartsWith(text);
    }
}
