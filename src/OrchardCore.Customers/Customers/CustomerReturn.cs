using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Customers;

/// <summary>Where the form leads when it is left: to the list as it was, or to the customer's page for who came from there to change something.</summary>
internal static class CustomerReturn
{
    /// <summary>The value of the form's parameter <c>back</c> for who came from the customer's page.</summary>
    public const string ToCustomer = "customer";

    /// <summary>The form, for who looks at the customer and comes back to it.</summary>
    public static string EditUrl(IUrlHelper url, string id, string listUrl) => url.RouteUrl(CustomersRoutes.Edit, new { id, back = ToCustomer, returnUrl = listUrl })!;

    public static string CustomerUrl(IUrlHelper url, string id, string listUrl) => url.RouteUrl(CustomersRoutes.Display, new { id, returnUrl = listUrl })!;
}
