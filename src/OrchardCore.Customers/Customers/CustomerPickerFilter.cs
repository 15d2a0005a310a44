using System.Collections;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Customers.Lists;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>
/// Orchard's content picker answers whoever may enter the admin, and asks nobody about the items it names. Where a field
/// is set up to pick customers, those are taken out of its answer who are out of the user's reach.
/// </summary>
internal sealed class CustomerPickerFilter(ISession session, CustomerLookup lookup, IAuthorizationService authorizationService) : IAsyncActionFilter
{
    private const string PickerName = "ContentPickerAdmin";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var executed = await next();

        if (context.ActionDescriptor is ControllerActionDescriptor { ControllerName: PickerName } && executed.Result is ObjectResult { Value: IEnumerable found and not string } answer)
        {
            var items = found.Cast<object>().Select(item => (Item: item, Id: IdOf(item))).ToList();
            var hidden = await HiddenAsync([.. items.Select(item => item.Id)], context);
            answer.Value = items.Where(item => !hidden.Contains(item.Id)).Select(item => item.Item).ToList();
        }
    }

    private async Task<HashSet<string>> HiddenAsync(string[] ids, ActionContext context)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        var user = context.HttpContext.User;
        var customers = (await session.QueryIndex<CustomerIndex>(index => index.ContentItemId.IsIn(ids)).ListAsync()).Select(row => row.ContentItemId).ToHashSet(StringComparer.Ordinal);

        if (customers.Count > 0 && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ViewCustomers))
        {
            customers.ExceptWith((await lookup.FindAsync([.. customers], user)).Select(customer => customer.ContentItemId));
        }

        return customers;
    }

    private static string IdOf(object item)
        => JsonSerializer.SerializeToElement(item) is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty("Id", out var id) ? id.ToString() : "";
}
