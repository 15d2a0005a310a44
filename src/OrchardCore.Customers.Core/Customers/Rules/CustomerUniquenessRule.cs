using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace OrchardCore.Customers.Rules;

/// <summary>
/// No two customers have the same id, e-mail address or, when the site says so, the same contact name. This is the answer in
/// the user's words; the guard is the unique key of <see cref="CustomerKeyIndex"/>.
/// </summary>
internal sealed class CustomerUniquenessRule(
    ISession session,
    CustomerConditions conditions,
    IHttpContextAccessor httpContextAccessor,
    IStringLocalizer<CustomerUniquenessRule> S) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        var emails = context.Settings.UniqueEmail
            ? Group(context, part => SearchText.FoldEmail(part.Email))
            : [];
        var names = context.Settings.ContactNameUniqueness == ContactNameUniqueness.Block
            ? Group(context, part => SearchText.FoldKey(part.ContactName))
            : [];

        // Ids that came with their customers; those of saved ones are kept. What is no id, nobody has.
        var ids = Group(context, part => part.ContentItem.Id == 0 && part.CustomId is { } id && CodeText.IsCode(id) && id != part.ContentItem.ContentItemId ? id : "");

        if (emails.Count == 0 && names.Count == 0 && ids.Count == 0)
        {
            return;
        }

        var stored = await session.QueryIndex(Predicates.Any(Conditions([.. emails.Keys], [.. names.Keys], [.. ids.Keys]))).ListAsync();
        var rows = stored.ToList();

        var numbers = await FindNumbersAsync(context, rows);

        Check(context, emails, rows.ToLookup(row => row.Email), nameof(CustomerPart.Email), holder => numbers.GetValueOrDefault(holder) is { } number
            ? S["Customer {0} already has this e-mail address.", number]
            : S["Another customer already has this e-mail address."]);
        Check(context, names, rows.ToLookup(row => row.ContactName), nameof(CustomerPart.ContactName), holder => numbers.GetValueOrDefault(holder) is { } number
            ? S["Customer {0} already has this name.", number]
            : S["Another customer already has this name."]);
        Check(context, ids, rows.ToLookup(row => row.CustomId), nameof(CustomerPart.CustomId), holder => numbers.GetValueOrDefault(holder) is { } number
            ? S["Customer {0} already has this id.", number]
            : S["Another customer already has this id."]);
    }

    private static IEnumerable<Expression<Func<CustomerIndex, bool>>> Conditions(string[] emails, string[] names, string[] ids)
    {
        if (emails.Length > 0)
        {
            yield return index => index.Email.IsIn(emails);
        }

        if (names.Length > 0)
        {
            yield return index => index.ContactName.IsIn(names);
        }

        if (ids.Length > 0)
        {
            yield return index => index.CustomId.IsIn(ids);
        }
    }

    /// <summary>The numbers of other customers, by their ids. Who sees some customers only is not told which of the others it is.</summary>
    private async Task<Dictionary<string, string?>> FindNumbersAsync(CustomerRuleContext context, List<CustomerIndex> rows)
    {
        string[] others = [.. rows.Select(row => row.ContentItemId).Except(context.Customers.Select(customer => customer.ContentItemId))];

        if (others.Length == 0 || (await conditions.OfScopesAsync(httpContextAccessor.HttpContext?.User ?? new ClaimsPrincipal())).Count > 0)
        {
            return [];
        }

        var customers = await session.Query<ContentItem, CustomerIndex>(index => index.ContentItemId.IsIn(others)).NoDuplicates().ListAsync();

        return customers.ToDictionary(customer => customer.ContentItemId, customer => customer.GetOrCreate<CustomerPart>().Number, StringComparer.Ordinal);
    }

    private static Dictionary<string, List<ContentItem>> Group(CustomerRuleContext context, Func<CustomerPart, string> key)
        => context.Customers
            .GroupBy(customer => key(customer.GetOrCreate<CustomerPart>()))
            .Where(group => group.Key.Length > 0)
            .ToDictionary(group => group.Key, group => group.ToList());

    private void Check(CustomerRuleContext context, Dictionary<string, List<ContentItem>> keys, ILookup<string, CustomerIndex> stored, string field, Func<string, LocalizedString> taken)
    {
        foreach (var (key, customers) in keys)
        {
            foreach (var customer in customers)
            {
                var holder = stored[key].FirstOrDefault(row => row.ContentItemId != customer.ContentItemId);

                if (holder is not null)
                {
                    context.Fail(customer, CustomerFields.FullName(field), taken(holder.ContentItemId));
                }
            }

            // The first of a batch gets what nobody has yet; the others of the batch don't.
            foreach (var customer in customers.Skip(1).Where(customer => !stored[key].Any(row => row.ContentItemId != customer.ContentItemId)))
            {
                context.Fail(customer, CustomerFields.FullName(field), S["An earlier customer of the same batch has the same value."]);
            }
        }
    }
}
