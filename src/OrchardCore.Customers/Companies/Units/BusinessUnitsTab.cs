using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>The tab of the business units: two queries, however many there are.</summary>
internal sealed class BusinessUnitsTab(IBusinessUnitManager manager, IAuthorizationService authorizationService, IStringLocalizer<BusinessUnitsTab> S) : ICompanyTab
{
    public const string TabName = "units";

    /// <summary>Of a larger tree a page is shown at a time.</summary>
    private const int PageSize = 100;

    public string Name => TabName;

    public LocalizedString Text => S["Business units"];

    public int Order => 10;

    public Permission Permission => CompaniesPermissions.ViewCompanies;

    public string ViewName => "_BusinessUnits";

    public async Task<object> BuildAsync(CompanyTabContext context)
    {
        var companyId = context.Company.ContentItemId;
        var tree = await manager.FindTreeAsync(companyId);
        var words = SearchText.Fold(context.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = words.Length == 0 ? tree.Nodes : [.. tree.Nodes.Where(node => words.All(word => node.FoldedName.Contains(word, StringComparison.Ordinal)))];
        var page = Math.Clamp(context.Page, 1, Math.Max(1, (found.Count - 1) / PageSize + 1));
        var before = (page - 1) * PageSize;
        var shown = found.Skip(before).Take(PageSize).ToList();
        var isNarrowed = words.Length > 0;
        var items = (await manager.FindAsync([.. shown.SelectMany(node => tree.Above(node.Id).Append(node)).Select(node => node.Id).Distinct()])).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);

        return new BusinessUnitsModel
        {
            CompanyId = companyId,
            Rows = [.. shown.Where(node => items.ContainsKey(node.Id)).Select(node => Row(node, tree, items, isNarrowed || (before > 0 && node == shown[0])))],
            MayManage = await authorizationService.AuthorizeAsync(context.User, CompaniesPermissions.ManageCompanies, context.Company),
            Search = context.Search,
            IsMany = tree.Nodes.Count > PageSize || isNarrowed,
            Summary = found.Count == 0 ? S["No unit matches."] : S["{0:N0}–{1:N0} of {2:N0} units", before + 1, before + shown.Count, found.Count],
            PreviousPage = page > 1 ? page - 1 : null,
            NextPage = before + shown.Count < found.Count ? page + 1 : null,
            ReturnUrl = context.ReturnUrl,
        };
    }

    private BusinessUnitRow Row(BusinessUnitNode node, BusinessUnitTree tree, Dictionary<string, ContentItem> items, bool showPath)
    {
        var item = items[node.Id];
        var part = item.GetOrCreate<BusinessUnitPart>();
        var above = tree.Above(node.Id).Select(parent => items.GetValueOrDefault(parent.Id)?.NameOf()).OfType<string>().ToList();

        return new BusinessUnitRow(
            node.Id,
            item.NameOf(),
            node.Depth,
            showPath && above.Count > 0 ? string.Join(" › ", above) : null,
            Iban.Print(part.Iban),
            string.Join(" · ", new[] { part.Phone, part.Email }.OfType<string>()),
            node.ParentId is null,
            new(node.Children > 0
                ? S["Delete the unit {0}? The units below it move one level up, and its people to {1}. This cannot be undone.", item.NameOf(), above.LastOrDefault() ?? ""]
                : S["Delete the unit {0}? Its people move to {1}. This cannot be undone.", item.NameOf(), above.LastOrDefault() ?? ""], S["Delete"]));
    }
}
