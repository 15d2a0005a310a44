using OrchardCore.Environment.Shell;
using YesSql;

namespace SampleHost;

/// <summary>
/// Lets a SQLite database be read while it is written: its write-ahead log, which Orchard leaves off. The file remembers it; see
/// https://sqlite.org/wal.html.
/// </summary>
internal static class WriteAheadLog
{
    /// <summary>Switches it on for the default site; other databases have their own ways.</summary>
    public static async Task SwitchOnAsync(IServiceProvider services)
    {
        var scope = await services.GetRequiredService<IShellHost>().GetScopeAsync(ShellSettings.DefaultShellName);
        await scope.UsingAsync(async shell =>
        {
            var configuration = shell.ServiceProvider.GetRequiredService<IStore>().Configuration;

            if (configuration.SqlDialect.Name == "Sqlite")
            {
                await using var connection = configuration.ConnectionFactory.CreateConnection();
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "pragma journal_mode = wal";
                await command.ExecuteNonQueryAsync();
            }
        });
    }
}
