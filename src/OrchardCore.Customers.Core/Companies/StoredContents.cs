using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Customers.Companies;

/// <summary>What is stored of companies and units, past the instances that a session is changing.</summary>
internal sealed class StoredContents(ISession session)
{
    /// <summary>The stored item, its parts by their names; empty when there is none.</summary>
    /// <typeparam name="TIndex">The index that has one row for each item of the kind.</typeparam>
    public async Task<JsonObject> ReadAsync<TIndex>(string contentItemId) where TIndex : MapIndex
    {
        // A version of its own has taken the stored one off the indexes by now; another session still sees that.
        var stored = await session.ReadAsync<TIndex>(contentItemId) ?? await ReadCommittedAsync<TIndex>(contentItemId);

        return stored is null ? [] : JsonNode.Parse(stored)!.AsObject();
    }

    /// <summary>Whether somebody else saved the item since it was read.</summary>
    /// <param name="revision">As it was read.</param>
    public async Task<bool> IsOutdatedAsync<TIndex>(string contentItemId, string part, int revision) where TIndex : MapIndex
        => (await ReadAsync<TIndex>(contentItemId))[part]?["Revision"]?.GetValue<int>() != revision;

    private static async Task<string?> ReadCommittedAsync<TIndex>(string contentItemId) where TIndex : MapIndex
    {
        string? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<ISession>().ReadAsync<TIndex>(contentItemId));

        return stored;
    }
}
