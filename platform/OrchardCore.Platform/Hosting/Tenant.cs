using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Hosting;

/// <summary>
/// A site with a certain set of features: their services and pipeline. When features change, another one takes its
/// place, and this one ends with the last scope that runs in it.
/// </summary>
internal sealed class Tenant(ShellHost host, ServiceProvider services) : IAsyncDisposable
{
    private readonly SemaphoreSlim _activation = new(1, 1);
    private readonly Lazy<RequestDelegate> _pipeline = new(() => TenantPipeline.Build(services));
    private bool _isActive;
    private bool _isRetired;
    private int _scopes;

    public ShellHost Host => host;

    public IServiceProvider Services => services;

    public bool HasPipeline => _pipeline.IsValueCreated;

    public RequestDelegate Pipeline => _pipeline.Value;

    /// <summary>Prepares the database and brings the data of all features up to date, once.</summary>
    public async Task ActivateAsync()
    {
        if (Volatile.Read(ref _isActive))
        {
            return;
        }

        await _activation.WaitAsync();

        try
        {
            if (!_isActive)
            {
                await new ShellScope(this).UsingAsync(ActivateAsync, activateShell: false);
                Volatile.Write(ref _isActive, true);
            }
        }
        finally
        {
            _activation.Release();
        }
    }

    public void Enter() => Interlocked.Increment(ref _scopes);

    public async Task LeaveAsync()
    {
        if (Interlocked.Decrement(ref _scopes) == 0 && Volatile.Read(ref _isRetired))
        {
            _activation.Dispose();
            await services.DisposeAsync();
        }
    }

    /// <summary>Ends the site as soon as no scope runs in it.</summary>
    public async ValueTask DisposeAsync()
    {
        Enter();
        Volatile.Write(ref _isRetired, true);
        await LeaveAsync();
    }

    private static async Task ActivateAsync(ShellScope scope)
    {
        foreach (var activation in scope.ServiceProvider.GetServices<ITenantActivation>())
        {
            await activation.ActivateAsync();
        }
    }
}

/// <summary>Something to be done before a site with new features is used; in the order of registration, in one scope.</summary>
internal interface ITenantActivation
{
    Task ActivateAsync();
}
