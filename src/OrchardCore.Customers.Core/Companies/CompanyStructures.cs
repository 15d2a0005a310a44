using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Reads and touches the documents that guard companies, see <see cref="CompanyStructure"/>.</summary>
internal sealed class CompanyStructures(ISession session)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    public async Task<bool> ExistsAsync(string companyId) => await FindAsync(companyId) is not null;

    public Task AddAsync(string companyId)
    {
        _touched.Add(companyId);

        return session.SaveAsync(new CompanyStructure { CompanyId = companyId }, collection: CustomersConstants.Collection);
    }

    /// <summary>
    /// Whoever else touches it at the same moment waits, and fails. It is done before the tree or the roles are read: what is
    /// read afterwards can't be older.
    /// </summary>
    public async Task TouchAsync(string companyId)
    {
        if (_touched.Add(companyId) && await FindAsync(companyId) is { } structure)
        {
            structure.Changes++;
            await session.SaveAsync(structure, checkConcurrency: true, collection: CustomersConstants.Collection);

            // At once, so that who is slower is told here: a later query in a handler of Orchard's would be told too, and keep it to itself.
            await session.FlushAsync();
        }
    }

    public async Task DeleteAsync(string companyId)
    {
        if (await FindAsync(companyId) is { } structure)
        {
            // YesSql can't delete what it is about to update.
            await session.FlushAsync();
            session.Delete(structure, CustomersConstants.Collection);
        }
    }

    private Task<CompanyStructure?> FindAsync(string companyId)
        => session.Query<CompanyStructure, CompanyStructureIndex>(index => index.CompanyId == companyId, collection: CustomersConstants.Collection).FirstOrDefaultAsync()!;
}
