using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SampleStorefront.Assist;

namespace SampleStorefront.Shop;

/// <summary>
/// The shop's own sessions, kept on the server: the browser has nothing but a random id. A shop with several servers keeps them
/// where all of these find them.
/// </summary>
public sealed class Visitors(IHttpContextAccessor accessor, IMemoryCache store, IOptions<AssistOptions> options)
{
    private const int IdBytes = 32;

    private static readonly TimeSpan KeepTime = TimeSpan.FromHours(2);

    private Visitor? _current;

    /// <summary>Whoever asks; a new one has an empty cart and no id yet.</summary>
    public Visitor Current => _current ??= Context.Request.Cookies[CookieName] is { } id && store.TryGetValue(Key(id), out Visitor? known) ? known! : new Visitor();

    /// <summary>Two shops on one computer have the same host, and so the same cookies, unless these are named after them.</summary>
    private string CookieName => $"shop-{options.Value.Site}";

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Gives the visitor an id, to be known by the next time.</summary>
    public void Keep()
    {
        if (Current.Id is not null)
        {
            return;
        }

        Current.Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        store.Set(Key(Current.Id), Current, new MemoryCacheEntryOptions { SlidingExpiration = KeepTime });
        Context.Response.Cookies.Append(CookieName, Current.Id, Cookie());
    }

    /// <summary>Lets the visitor change one thing after the other, so that what the admin records is what is done.</summary>
    public async Task TakeTurnAsync(Func<Task> change)
    {
        var turn = Current.Turn;
        await turn.WaitAsync(Context.RequestAborted);

        try
        {
            await change();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Begins an assisted session under a new id: whoever knew the old one is not part of it.</summary>
    public void Begin(Assisted assisted)
    {
        Forget();
        Current.Assisted = assisted;
        Keep();
    }

    /// <summary>Forgets the visitor with all it had.</summary>
    public void Forget()
    {
        if (Current.Id is { } id)
        {
            store.Remove(Key(id));
            Context.Response.Cookies.Delete(CookieName, Cookie());
        }

        _current = new Visitor();
    }

    private static string Key(string id) => "visitor " + id;

    /// <summary>
    /// Lax: the way from the admin leads here by a link of another origin, and the cookie has to be there after it.
    /// Whether it is secure, Program.cs says of all cookies at once.
    /// </summary>
    private static CookieOptions Cookie() => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };
}

/// <summary>Somebody in the shop.</summary>
public sealed class Visitor
{
    /// <summary><see langword="null"/> for who has done nothing worth keeping.</summary>
    public string? Id { get; set; }

    public Cart Cart { get; } = new();

    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Whom the visitor acts for; <see langword="null"/> for who shops for oneself.</summary>
    public Assisted? Assisted { get; set; }
}

/// <summary>An assisted session. The token never leaves the server.</summary>
public sealed record Assisted(string Token, AssistSession Session);
