using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

internal sealed class StorefrontCredentials(ISession session, IStoreSiteManager sites, CustomerActor actor, IClock clock, DatabaseRefusals refusals, IStringLocalizer<StorefrontCredentials> S) : IStorefrontCredentials
{
    private const string Collection = CustomersConstants.Collection;

    public Task<StorefrontCredential?> FindAsync(string site)
        => session.Query<StorefrontCredential, StorefrontCredentialIndex>(index => index.Site == site, collection: Collection).FirstOrDefaultAsync()!;

    public async Task<(Result Result, string? Secret)> ReplaceAsync(string site)
    {
        if (await sites.FindAsync(site) is not { } known)
        {
            return (CustomerWriter.Refused("", S["There is no site “{0}” any more.", site]), null);
        }

        var secret = SecretCode.Create();
        var credential = await FindAsync(known.Code) ?? new StorefrontCredential { Site = known.Code };
        (credential.SecretHash, credential.CreatedUtc, credential.CreatedBy) = (SecretCode.Hash(secret), clock.UtcNow, actor.UserName);
        var written = await WriteAsync(() => session.SaveAsync(credential, checkConcurrency: credential.Id > 0, collection: Collection));

        return (written, written.Succeeded ? secret : null);
    }

    public async Task<Result> RevokeAsync(string site)
    {
        if (await FindAsync(site) is not { } credential)
        {
            return Result.Success();
        }

        return await WriteAsync(async () =>
        {
            session.Delete(credential, Collection);
            await AssistedSessions.EndOfSiteAsync(session, credential.Site, clock.UtcNow);
        });
    }

    /// <summary>Some databases find a code in whatever case; as a name it has one.</summary>
    public async Task<bool> IsOfAsync(string site, string secret)
        => site.Length <= CodeText.MaxLength && SecretCode.IsShaped(secret)
            && await FindAsync(site) is { } credential && credential.Site == site && SecretCode.IsOf(secret, credential.SecretHash);

    private Task<Result> WriteAsync(Func<Task> write) => refusals.TryAsync(write, "the secret of a storefront",
        () => CustomerWriter.Refused("", S["Somebody else made a secret for this site a moment ago, which is of use now. Make another one if you need it."]));
}
