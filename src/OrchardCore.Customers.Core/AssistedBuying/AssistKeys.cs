using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// The keys that tokens are signed with. A month after it was made a key is followed by a new one, when the next token is
/// signed; it is known for a day more, which is longer than any session.
/// </summary>
internal sealed class AssistKeys(ISession session, IDataProtectionProvider protection, IClock clock, ILogger<AssistKeys> logger)
{
    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;

    private const string Collection = CustomersConstants.Collection;
    private const string Curve = "P-256";

    private static readonly TimeSpan SigningTime = TimeSpan.FromDays(30);

    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>The key to sign with; it is made when there is none, or when it is time for the next. Ask before the session of the database writes.</summary>
    public async Task<SecurityKey> FindSigningAsync()
    {
        var newest = await FindNewestAsync();

        return newest is not null && clock.UtcNow < newest.CreatedUtc + SigningTime && Open(newest) is { } key ? key : await AddAsync((newest?.Number ?? 0) + 1);
    }

    /// <summary>Has another key sign from now on, whatever the age of this one.</summary>
    public async Task RotateAsync() => await AddAsync(((await FindNewestAsync())?.Number ?? 0) + 1);

    /// <summary>What tokens are checked with: the public halves of the key that signs, and of those that did a day ago.</summary>
    /// <remarks>In a scope of its own: who asks holds no connection of the database afterwards.</remarks>
    public async Task<IReadOnlyList<JsonWebKey>> FindPublicAsync()
    {
        IReadOnlyList<AssistKey> found = [];
        await ShellScope.UsingChildScopeAsync(async scope => found = await scope.ServiceProvider.GetRequiredService<AssistKeys>().FindAllAsync());

        return [.. Known(found).Select(Publish)];
    }

    private static JsonWebKey Publish(AssistKey key) => new()
    {
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = Curve,
        Use = JsonWebKeyUseNames.Sig,
        Alg = Algorithm,
        Kid = key.KeyId,
        X = key.X,
        Y = key.Y,
    };

    /// <summary>A key signed until the next one was made.</summary>
    private IEnumerable<AssistKey> Known(IReadOnlyList<AssistKey> latestFirst)
        => latestFirst.Where((_, position) => position == 0 || clock.UtcNow < latestFirst[position - 1].CreatedUtc + Overlap);

    /// <summary>Committed at once, so that all nodes know it before anybody sees a token. Of two who make one, one wins.</summary>
    private static async Task<SecurityKey> AddAsync(int number)
    {
        SecurityKey? key = null;

        try
        {
            await ShellScope.UsingChildScopeAsync(async scope => key = await scope.ServiceProvider.GetRequiredService<AssistKeys>().SaveNewAsync(number));
        }
        catch (DbException)
        {
            await ShellScope.UsingChildScopeAsync(async scope => key = await scope.ServiceProvider.GetRequiredService<AssistKeys>().FindOfOtherAsync(number));
        }

        return key!;
    }

    private async Task<SecurityKey> SaveNewAsync(int number)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var key = new AssistKey
        {
            Number = number,
            ProtectedKey = Convert.ToBase64String(Protector().Protect(pair.ExportPkcs8PrivateKey())),
            X = Base64Url.EncodeToString(point.X),
            Y = Base64Url.EncodeToString(point.Y),
            CreatedUtc = clock.UtcNow,
        };
        key.KeyId = Base64Url.EncodeToString(Publish(key).ComputeJwkThumbprint());

        var former = await FindAllAsync();
        var known = Known([key, .. former]).ToHashSet();
        await session.SaveAsync(key, collection: Collection);

        foreach (var old in former.Where(old => !known.Contains(old)))
        {
            session.Delete(old, Collection);
        }

        await session.FlushAsync();

        return Open(key)!;
    }

    private async Task<SecurityKey> FindOfOtherAsync(int number)
        => await FindNewestAsync() is { } newest && newest.Number >= number && Open(newest) is { } key
            ? key
            : throw new InvalidOperationException("There is no key to sign tokens of assisted sessions with, and none could be saved.");

    /// <summary>One that can't be opened any more, since the site's data protection lost its keys, is followed by a new one.</summary>
    private SecurityKey? Open(AssistKey key)
    {
        try
        {
            var pair = ECDsa.Create();
            pair.ImportPkcs8PrivateKey(Protector().Unprotect(Convert.FromBase64String(key.ProtectedKey)), out _);

            return new ECDsaSecurityKey(pair) { KeyId = key.KeyId };
        }
        catch (CryptographicException)
        {
            logger.LogError("The key {Key} that signs tokens of assisted sessions can't be opened: another one takes its place.", key.KeyId);

            return null;
        }
    }

    private IDataProtector Protector() => protection.CreateProtector("OrchardCore.Customers.AssistedBuying.Keys");

    private Task<AssistKey?> FindNewestAsync() => LatestFirst().FirstOrDefaultAsync()!;

    private async Task<IReadOnlyList<AssistKey>> FindAllAsync() => [.. await LatestFirst().NoDuplicates().ListAsync()];

    private IQuery<AssistKey, AssistKeyIndex> LatestFirst() => session.Query<AssistKey, AssistKeyIndex>(Collection).OrderByDescending(index => index.Number);
}
