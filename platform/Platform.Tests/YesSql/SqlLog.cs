using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Platform.Tests.YesSql;

/// <summary>Keeps the SQL that a store logs, without the quotes in which the databases differ.</summary>
public sealed partial class SqlLog : ILogger
{
    private readonly List<string> _statements = [];

    public IReadOnlyList<string> Statements => _statements;

    public string Last => _statements[^1];

    public void Clear() => _statements.Clear();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
    {
        var statement = Blanks().Replace(Quotes().Replace(formatter(state, exception), ""), " ").Trim();

        lock (_statements)
        {
            _statements.Add(statement);
        }
    }

    [GeneratedRegex("""[\["\]]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
