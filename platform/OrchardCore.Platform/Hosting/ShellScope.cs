using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Hosting;

namespace OrchardCore.Environment.Shell.Scope;

/// <summary>
/// A piece of work in a site with services of its own, for example a request. What its session saves is committed at its
/// end, or undone when it throws.
/// </summary>
public sealed class ShellScope
{
    private static readonly AsyncLocal<ShellScope[]> Running = new();

    private readonly Tenant _tenant;
    private readonly AsyncServiceScope _services;
    private readonly List<Func<Task>> _completions = [];
    private readonly List<Func<Task>> _failures = [];

    internal ShellScope(Tenant tenant)
    {
        _tenant = tenant;
        _tenant.Enter();
        _services = tenant.Services.CreateAsyncScope();
    }

    public IServiceProvider ServiceProvider => _services.ServiceProvider;

    /// <summary>The scope that the calling code runs in; <see langword="null"/> when there is none, or when it has ended meanwhile.</summary>
    internal static ShellScope Current => Running.Value?[0];

    internal Tenant Tenant => _tenant;

    /// <summary>Runs code in a scope beside the one it is called in, with a session of its own.</summary>
    public static async Task UsingChildScopeAsync(Func<ShellScope, Task> execute, bool activateShell = true)
    {
        var child = await Current._tenant.Host.CreateScopeAsync();
        await child.UsingAsync(execute, activateShell);
    }

    /// <summary>Runs code in this scope and ends it.</summary>
    /// <param name="execute">What to do; within this scope already, it is just done.</param>
    /// <param name="activateShell">Whether to bring the site's data up to date first, where that has not been done yet.</param>
    public async Task UsingAsync(Func<ShellScope, Task> execute, bool activateShell = true)
    {
        if (Current == this)
        {
            await execute(this);
            return;
        }

        // Whoever keeps the flow of this code sees the cell, and so sees the scope end.
        ShellScope[] cell = [this];
        Running.Value = cell;

        try
        {
            if (activateShell)
            {
                await _tenant.ActivateAsync();
            }

            await execute(this);
        }
        catch
        {
            await RunAsync(_failures);
            throw;
        }
        finally
        {
            await EndAsync(cell);
        }
    }

    /// <summary>Has something done before the scope ends, whether it failed or not.</summary>
    internal void OnCompletion(Func<Task> complete) => _completions.Insert(0, complete);

    /// <summary>Has something done first when the scope fails.</summary>
    internal void OnFailure(Func<Task> fail) => _failures.Add(fail);

    private async Task EndAsync(ShellScope[] cell)
    {
        try
        {
            await RunAsync(_completions);
        }
        finally
        {
            await _services.DisposeAsync();
            cell[0] = null;
            await _tenant.LeaveAsync();
        }
    }

    private static async Task RunAsync(List<Func<Task>> callbacks)
    {
        foreach (var callback in callbacks)
        {
            await callback();
        }
    }
}
