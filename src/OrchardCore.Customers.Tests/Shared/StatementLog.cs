using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>The SQL statements that YesSql writes to its log, which it does before it runs each of them.</summary>
internal sealed class StatementLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _statements = [];

    public IReadOnlyCollection<string> Statements => _statements;

    /// <summary>Has the site's sessions log here.</summary>
    public void Register(IServiceCollection services)
        => services.AddLogging(logging => logging.AddFilter<StatementLog>("YesSql", LogLevel.Trace).AddProvider(this));

    public void Clear() => _statements.Clear();

    public ILogger CreateLogger(string categoryName) => categoryName == "YesSql" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _statements.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
