using OrchardCore.Customers.Sites;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>The secret of a site's storefront goes with the site, and its sessions end: a later site with the same code gets neither.</summary>
internal sealed class AssistSiteDependent(ISession session, IStorefrontCredentials credentials, IClock clock) : IStoreSiteDependent
{
    public async Task RemovedAsync(string code)
    {
        if (await credentials.FindAsync(code) is { } credential)
        {
            session.Delete(credential, CustomersConstants.Collection);
        }

        await AssistedSessions.EndOfSiteAsync(session, code, clock.UtcNow);
    }
}
