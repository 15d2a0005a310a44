using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Groups;

/// <summary>Draws groups as rows, with what can be done with each.</summary>
public sealed class CustomerGroupLinks(ICustomerGroupManager groups, CustomerGroupMembers members, IStringLocalizer<CustomerGroupLinks> S)
{
    public async Task<CustomerGroupListViewModel> ListAsync(IUrlHelper url, ClaimsPrincipal user)
    {
        var listed = await groups.ListAsync();
        var counts = await members.CountAsync(listed.Select(group => group.ContentItemId), user);

        return new([.. listed.Select(group => Row(group, counts.GetValueOrDefault(group.ContentItemId), url))]);
    }

    /// <summary>What is asked before a group is deleted.</summary>
    public Confirmation AskToDelete(string name) => new(S["Delete the group {0}? Its members stay, without it. This cannot be undone.", name], S["Delete"]);

    private CustomerGroupRow Row(ContentItem group, int members, IUrlHelper url)
    {
        var name = CustomerGroupManager.Name(group);
        var route = new { id = name.Id };

        return new(
            name,
            group.GetOrCreate<CustomerGroupPart>().Description,
            members,
            url.RouteUrl(CustomersRoutes.List, new Dictionary<string, string> { [CustomerGroupFilter.FilterName] = name.Code })!,
            url.RouteUrl(CustomerGroupsRoutes.Edit, route)!,
            new ActionLink(S["Delete"], S["Delete the group"], "trash", url.RouteUrl(CustomerGroupsRoutes.Delete, route)!) { IsDangerous = true, Confirmation = AskToDelete(name.Name) });
    }
}
