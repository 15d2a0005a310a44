using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell;

namespace OrchardCore.Hosting;

/// <summary>Sets the site up at its first request, as the application's configuration says.</summary>
internal sealed class AutoSetup(IConfiguration configuration, Setup setup, TenantSettings settings)
{
    public const string FeatureId = "OrchardCore.AutoSetup";

    private int _isRunning;

    public static async Task TurnAwayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        await RefuseAsync(context, "The requested tenant is currently initializing.");
    }

    public async Task RunAsync(HttpContext context)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            await TurnAwayAsync(context);
            return;
        }

        try
        {
            if (settings.State == TenantState.Running || await setup.RunAsync(ReadOptions()))
            {
                context.Response.Redirect(context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/");
            }
            else
            {
                await RefuseAsync(context, "The AutoSetup failed installing the site.");
            }
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private SetupOptions ReadOptions()
        => configuration.GetSection("OrchardCore:OrchardCore_AutoSetup:Tenants").GetChildren()
            .Select(tenant => tenant.Get<SetupOptions>())
            .FirstOrDefault(tenant => tenant.ShellName == ShellSettings.DefaultShellName)
            ?? throw new InvalidOperationException("OrchardCore:OrchardCore_AutoSetup names no tenant Default.");

    private static async Task RefuseAsync(HttpContext context, string text)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(text);
    }
}
