using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using OrchardCore.Environment.Shell;
using OrchardCore.Json;

namespace OrchardCore.Hosting;

internal enum TenantState
{
    Uninitialized,
    Initializing,
    Running,
}

/// <summary>The database of a site.</summary>
internal sealed class DatabaseSettings
{
    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string DatabaseProvider { get; set; }

    /// <summary>The file, for SQLite.</summary>
    public string DatabaseName { get; set; } = "OrchardCore.db";

    public string ConnectionString { get; set; } = "";

    public string TablePrefix { get; set; } = "";
}

/// <summary>What is known of a site before its database is opened: files in <c>App_Data</c>.</summary>
internal sealed class TenantSettings
{
    private readonly string _statesFile;
    private readonly string _databaseFile;

    public TenantSettings(IHostEnvironment environment)
    {
        var root = Path.Combine(environment.ContentRootPath, "App_Data");
        Folder = Path.Combine(root, "Sites", ShellSettings.DefaultShellName);
        _statesFile = Path.Combine(root, "tenants.json");
        _databaseFile = Path.Combine(Folder, "appsettings.json");

        if (File.Exists(_statesFile) && File.Exists(_databaseFile))
        {
            State = Enum.Parse<TenantState>(JsonNode.Parse(File.ReadAllText(_statesFile))[ShellSettings.DefaultShellName][nameof(State)].ToString());
            Database = JsonSerializer.Deserialize<DatabaseSettings>(File.ReadAllText(_databaseFile));
        }
    }

    /// <summary>Where the site keeps its own files.</summary>
    public string Folder { get; }

    public TenantState State { get; set; }

    public DatabaseSettings Database { get; set; }

    public void Save()
    {
        var states = new JsonObject { [ShellSettings.DefaultShellName] = new JsonObject { [nameof(State)] = State.ToString() } };
        var indented = new JsonSerializerOptions(StoredJson.Options) { WriteIndented = true };

        Directory.CreateDirectory(Folder);
        File.WriteAllText(_databaseFile, JsonSerializer.Serialize(Database, indented));
        File.WriteAllText(_statesFile, states.ToJsonString(indented));
    }
}
