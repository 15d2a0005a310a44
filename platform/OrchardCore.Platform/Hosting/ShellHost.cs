using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Hosting;

namespace OrchardCore.Environment.Shell;

public interface IShellHost
{
    internal Task<ShellScope> CreateScopeAsync();
}

public static class ShellHostExtensions
{
    /// <summary>A scope of a site that is set up, to be used at once.</summary>
    public static Task<ShellScope> GetScopeAsync(this IShellHost shellHost, string tenant)
        => tenant == ShellSettings.DefaultShellName
            ? shellHost.CreateScopeAsync()
            : throw new ArgumentException("The specified tenant name is not valid.", nameof(tenant));
}

public class ShellSettings
{
    public const string DefaultShellName = "Default";

    private protected ShellSettings()
    {
    }
}

/// <summary>Keeps the one site of the application, and makes it anew when its features change.</summary>
internal sealed class ShellHost(TenantFactory factory, TenantSettings settings) : IShellHost, IAsyncDisposable
{
    private readonly SemaphoreSlim _building = new(1, 1);
    private Tenant _tenant;
    private bool _isDisposed;

    public TenantSettings Settings => settings;

    /// <summary>Whether the site has answered a request since it was made.</summary>
    public bool IsAwake => settings.State == TenantState.Running && Volatile.Read(ref _tenant)?.HasPipeline == true;

    public async Task<ShellScope> CreateScopeAsync()
    {
        await _building.WaitAsync();

        try
        {
            _tenant ??= await factory.CreateAsync(this);

            return new ShellScope(_tenant);
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Has later scopes run with the features that are stored now.</summary>
    public async Task ReloadAsync()
    {
        await _building.WaitAsync();

        try
        {
            if (_tenant is not null)
            {
                await _tenant.DisposeAsync();
                _tenant = null;
            }
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Called once for each service that this is.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await ReloadAsync();
            _building.Dispose();
        }
    }
}
