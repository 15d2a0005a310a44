using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

// The files of the shop stand beside its program.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

builder.Services.AddOptions<AssistOptions>()
    .BindConfiguration(AssistOptions.Section)
    .Validate(options => IsAddress(options.Authority), "Assist:Authority has to be the address of the admin, as https://admin.example.com.")
    .Validate(options => IsAddress(options.Origin), "Assist:Origin has to be the address of this shop, as https://shop.example.com.")
    .Validate(options => options.Site.Length > 0, "Assist:Site has to be the code of this shop's site.")
    .ValidateOnStart();

var (site, origin) = (Setting(nameof(AssistOptions.Site)), Setting(nameof(AssistOptions.Origin)));

// It listens where it is, unless something stands before it and ASPNETCORE_URLS says otherwise.
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && IsAddress(origin))
{
    builder.WebHost.UseUrls(origin);
}

// Sessions are in memory, so what protects forms may be, too.
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddAntiforgery(options => options.Cookie.Name = $"shop-{site}-forms");
builder.Services.AddRazorPages();
builder.Services.AddHttpContextAccessor();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<AssistKeyCache>();
builder.Services.AddScoped<AssistTokens>();
builder.Services.AddScoped<Assistance>();
builder.Services.AddScoped<Visitors>();
builder.Services.AddScoped<Storefront>();

// Nothing is sent on to where a redirect leads: there are secrets in these requests.
builder.Services.AddHttpClient<AssistClient>(client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 1024 * 1024))
    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

var app = builder.Build();

app.UseExceptionHandler("/problem");
app.UseStatusCodePagesWithReExecute("/problem", "?status={0}");
app.UseMiddleware<SafeHeaders>();
app.UseCookiePolicy(new CookiePolicyOptions { Secure = app.Services.GetRequiredService<IOptions<AssistOptions>>().Value.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None });
app.UseStaticFiles();
app.UseRouting();
app.MapRazorPages();

// For the script of a page that stays open: whether the session still runs.
app.MapGet("/assist/state", async (Assistance assistance) => (assistance.Last is null ? AssistOutcome.Unknown : await assistance.AskAsync()) switch
{
    AssistOutcome.Allowed => Results.NoContent(),
    AssistOutcome.Unknown => Results.StatusCode(StatusCodes.Status410Gone),
    _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
});

app.Run();

string Setting(string name) => builder.Configuration[$"{AssistOptions.Section}:{name}"] ?? "";

static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
