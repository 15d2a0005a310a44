using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Finds what a row of a recipe names. Whether it may be so, the manager says.</summary>
internal sealed class MembershipRecipeReader(
    ISession session,
    ICompanyManager companies,
    IBusinessUnitManager units,
    ICompanyRoleManager roles,
    IStringLocalizer<MembershipRecipeReader> S)
{
    public async Task<(Result Result, Membership Membership)> ReadAsync(MembershipRow row)
    {
        var errors = new List<ResultError>();
        var membership = new Membership
        {
            CustomerId = await FindCustomerAsync(row.Customer, Fail) ?? "",
            Group = Read<ApprovalGroup>(row.Group, name => Fail(S["There is no approval group “{0}”. There are: {1}.", name, string.Join(", ", Enum.GetNames<ApprovalGroup>())])),
            ContactType = Read<ContactType>(row.ContactType, name => Fail(S["There is no type of contact “{0}”. There are: {1}.", name, string.Join(", ", Enum.GetNames<ContactType>())])) ?? default,
        };

        if (await FindCompanyAsync(row.Company, Fail) is { } company)
        {
            membership.CompanyId = company.ContentItemId;
            membership.UnitId = string.IsNullOrWhiteSpace(row.Unit) ? company.GetOrCreate<CompanyPart>().HeadquartersId ?? "" : await FindUnitAsync(company, row.Unit, Fail) ?? "";
            membership.RoleIds = await FindRolesAsync(company, row.Roles, Fail);
        }

        return (errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]), membership);

        void Fail(LocalizedString message) => errors.Add(new ResultError { Key = "", Message = message });
    }

    /// <summary>The content item id of the customer with this number, custom id, e-mail address or content item id.</summary>
    public async Task<string?> FindCustomerAsync(string? text, Action<LocalizedString> fail)
    {
        var name = text?.Trim() ?? "";

        if (name.Length == 0)
        {
            fail(S["Say which customer: by number, custom id, e-mail address or content item id."]);

            return null;
        }

        string[] claims = [CustomerClaims.OnNumber(name), CustomerClaims.OnCustomId(name)];
        var email = SearchText.FoldEmail(name);
        var known = await session.QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims) && index.ContentItemId != "").ListAsync();
        var mailed = await session.QueryIndex<CustomerIndex>(index => index.ContentItemId == name || index.Email == email).Take(2).ListAsync();
        string[] found = [.. known.Select(row => row.ContentItemId).Union(mailed.Select(row => row.ContentItemId), StringComparer.Ordinal)];

        return TheOnly(found, () => S["There is no customer “{0}”.", name], () => S["There are several customers “{0}”. Name the one by its number.", name], fail);
    }

    /// <summary>The company with this name or content item id.</summary>
    public async Task<ContentItem?> FindCompanyAsync(string? text, Action<LocalizedString> fail)
    {
        var name = text?.Trim() ?? "";

        if (name.Length == 0)
        {
            fail(S["Say which company: by name or content item id."]);

            return null;
        }

        if (await companies.FindAsync(name) is { } company)
        {
            return company;
        }

        var folded = SearchText.FoldKey(name);
        var found = await session.Query<ContentItem, CompanyIndex>(index => index.Name == folded).Take(2).NoDuplicates().ListAsync();

        return TheOnly([.. found], () => S["There is no company “{0}”.", name], () => S["There are several companies “{0}”. Name the one by its content item id.", name], fail);
    }

    private async Task<string?> FindUnitAsync(ContentItem company, string name, Action<LocalizedString> fail)
    {
        var tree = await units.FindTreeAsync(company.ContentItemId);
        var path = PathOf(name);
        string[] found = tree.Find(name) is { } unit ? [unit.Id] : [.. tree.Nodes.Where(node => PathOf(tree, node) == path).Select(node => node.Id)];

        return TheOnly(found, () => S["{0} has no business unit “{1}”.", NameOf(company), name], () => S["{0} has several business units “{1}”. Name the one by its content item id.", NameOf(company), name], fail);
    }

    private async Task<string[]> FindRolesAsync(ContentItem company, string[]? names, Action<LocalizedString> fail)
    {
        var known = await roles.FindAllAsync(company.ContentItemId);

        if (names is null)
        {
            return [.. known.Where(role => role.IsDefault).Select(role => role.RoleId)];
        }

        foreach (var name in names.Where(name => Find(name) is null))
        {
            fail(S["{0} has no role “{1}”.", NameOf(company), name]);
        }

        return [.. names.Select(Find).OfType<CompanyRole>().Select(role => role.RoleId)];

        CompanyRole? Find(string name) => known.FirstOrDefault(role => SearchText.Fold(role.Name) == SearchText.Fold(name));
    }

    /// <summary>A number is no name, although it would be read as one.</summary>
    private static TEnum? Read<TEnum>(string? text, Action<string> fail) where TEnum : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Enum.GetNames<TEnum>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Enum.Parse<TEnum>(known);
        }

        fail(text);

        return null;
    }

    private static T? TheOnly<T>(T[] found, Func<LocalizedString> none, Func<LocalizedString> several, Action<LocalizedString> fail) where T : class
    {
        if (found.Length != 1)
        {
            fail(found.Length == 0 ? none() : several());
        }

        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The headquarters go by their own name; the others are below them, so they need not be named.</summary>
    private static string PathOf(BusinessUnitTree tree, BusinessUnitNode node) => PathOf(string.Join('/', tree.Above(node.Id).Skip(1).Append(node).Select(unit => unit.FoldedName)));

    private static string PathOf(string text) => string.Join('/', text.Split('/').Select(SearchText.Fold));

    private static string NameOf(ContentItem company) => company.GetOrCreate<CompanyPart>().Name ?? company.ContentItemId;
}
