using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Environment.Shell.Scope;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>
/// Who manages a customer is changed by those who may say so. A new customer may be managed by whoever creates it. That the
/// user is there is checked where it is chosen; one who is gone since stays in the record until somebody chooses another.
/// </summary>
internal sealed class ManagedByRule(ManagedByRights rights, IStringLocalizer<ManagedByRule> S) : ICustomerRule
{
    private const int MaxIdLength = 26;

    public async Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers.Where(customer => !IsId(customer.GetOrCreate<CustomerPart>().ManagedBy)))
        {
            context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.ManagedBy)), S["This is no user of this site."]);
        }

        if (await rights.MayAssignAsync())
        {
            return;
        }

        var stored = await ReadAsync([.. context.Customers.Select(customer => customer.ContentItemId)]);

        foreach (var customer in context.Customers)
        {
            var manager = customer.GetOrCreate<CustomerPart>().ManagedBy ?? "";
            var isNew = !stored.TryGetValue(customer.ContentItemId, out var former);

            if (manager != (former ?? "") && !(isNew && manager == rights.UserId))
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.ManagedBy)), S["You may not say who manages a customer."]);
            }
        }
    }

    internal static bool IsId(string? id) => id is null || (id.Length is > 0 and <= MaxIdLength && id.All(char.IsAsciiLetterOrDigit));

    /// <summary>Who manages them now; our own session may hold the change already, so another one reads it.</summary>
    private static async Task<Dictionary<string, string>> ReadAsync(string[] ids)
    {
        Dictionary<string, string> stored = [];

        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var rows = await scope.ServiceProvider.GetRequiredService<ISession>().QueryIndex<CustomerIndex>(index => index.ContentItemId.IsIn(ids)).ListAsync();
            stored = rows.ToDictionary(row => row.ContentItemId, row => row.ManagedBy, StringComparer.Ordinal);
        });

        return stored;
    }
}
