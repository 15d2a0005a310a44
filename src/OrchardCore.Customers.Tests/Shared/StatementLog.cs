using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Tests.Hosting;
using YesSql;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>The SQL statements that YesSql writes to its log, which it does before it runs each of them.</summary>
internal sealed class StatementLog : ILogger
{
    private readonly List<string> _statements = [];

    /// <summary>Runs code in a scope of a site and collects what its sessions ask for. Nothing else may use the site meanwhile.</summary>
    public static Task<List<string>> CollectAsync(TestSite site, Func<IServiceProvider, Task> execute) => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IStore>().Configuration;
        var (log, before) = (new StatementLog(), store.Logger);
        store.Logger = log;

        try
        {
            await execute(services);
        }
        finally
        {
            store.Logger = before;
        }

        return log._statements;
    });

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => NullLogger.Instance.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _statements.Add(formatter(state, exception));
}
