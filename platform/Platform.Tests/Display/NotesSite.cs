using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Display;

/// <summary>
/// A site with the module of the contract suite and content types that differ in one thing each. The tests that share
/// it run one after the other.
/// </summary>
public sealed class NotesSite : IAsyncLifetime
{
    public const string Collection = "Notes";

    /// <summary>May see the admin and view notes, but not manage them.</summary>
    public const string Reader = "reader";

    /// <summary>May see the admin and manage notes, but not the settings of the site.</summary>
    public const string Manager = "manager";

    /// <summary>May log in, and nothing else.</summary>
    public const string Guest = "guest";

    /// <summary>Forgets its password too often.</summary>
    public const string Locked = "locked";

    private TestSite _site;

    public async ValueTask InitializeAsync()
        => _site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, ["Platform.Tests.Module", "OrchardCore.Diagnostics", "SafeMode"], ContentTypes(), Roles(), Users());

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>A browser in which nobody is logged in.</summary>
    internal Browser Open() => new(_site.NewClient());

    /// <summary>A browser in which somebody is logged in.</summary>
    internal async Task<Browser> LogInAsync(string user = TestSite.Admin)
    {
        var browser = Open();
        await browser.LogInAsync(user, TestSite.Password);

        return browser;
    }

    private static string ContentTypes() => Step("ContentDefinition", new
    {
        ContentTypes = new[]
        {
            Type("Note", ("TagPart", "5"), ("NotePart", "2"), ("Note", "10")),
            Type("BrokenNote", ("NotePart", "3"), ("BrokenPart", "1"), ("TagPart", "2")),
            Type("UnproxyableNote", ("UnproxyablePart", "1"), ("NotePart", "2")),
            Type("UnplacedNote", ("TagPart", null), ("NotePart", null)),
        },
        ContentParts = new[]
        {
            new
            {
                Name = "Note",
                Settings = new object(),
                ContentPartFieldDefinitionRecords = new[]
                {
                    Field("Subject", "TextField", "4", new { TextFieldSettings = new { Required = true, Hint = "What it is <about>", DefaultValue = "Hello" } }),
                    Field("Size", "NumericField", "3", new { NumericFieldSettings = new { Required = true, Scale = 2, Minimum = 1, Maximum = 100, Hint = "How big" } }),
                    Field("Urgent", "BooleanField", "2", new { BooleanFieldSettings = new { Hint = "Now or later", Label = "It is urgent", DefaultValue = true } }),
                    Field("Due", "DateField", "1", new { DateFieldSettings = new { Required = true, Hint = "When" } }),
                    Field("Plain", "TextField", null, new { }),
                    Field("Unknown", "NoSuchField", null, new { }),
                },
            },
        },
    });

    private static object Type(string name, params (string Part, string Position)[] parts) => new
    {
        Name = name,
        DisplayName = name,
        Settings = new object(),
        ContentTypePartDefinitionRecords = parts.Select(part => new
        {
            PartName = part.Part,
            Name = part.Part,
            Settings = part.Position is null ? (object)new { } : new { ContentTypePartSettings = new { part.Position } },
        }),
    };

    private static object Field(string name, string type, string position, object settings)
    {
        var all = JsonSerializer.SerializeToNode(settings).AsObject();
        all["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = "The " + name.ToLowerInvariant(), ["Position"] = position };

        return new { Name = name, FieldName = type, Settings = all };
    }

    private static string Roles() => Step("Roles", new
    {
        Roles = new[]
        {
            new { Name = "Reader", Description = "Reads.", Permissions = new[] { "AccessAdminPanel", "ViewNotes" }, PermissionBehavior = "Replace" },
            new { Name = "Manager", Description = "Manages.", Permissions = new[] { "AccessAdminPanel", "ManageNotes" }, PermissionBehavior = "Replace" },
        },
    });

    private static string Users() => Step("Users", new { Users = new[] { User(Reader, "Reader"), User(Manager, "Manager"), User(Guest), User(Locked) } });

    private static object User(string name, params string[] roles) => new
    {
        UserName = name,
        UserId = name,
        Email = name + "@example.com",
        NormalizedUserName = name.ToUpperInvariant(),
        NormalizedEmail = name.ToUpperInvariant() + "@EXAMPLE.COM",
        PasswordHash = new PasswordHasher<object>().HashPassword(null, TestSite.Password),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        EmailConfirmed = true,
        IsEnabled = true,
        IsLockoutEnabled = true,
        RoleNames = roles,
    };

    private static string Step(string name, object content)
    {
        var step = JsonSerializer.SerializeToNode(content).AsObject();
        step["name"] = name;

        return step.ToJsonString();
    }
}

[CollectionDefinition(NotesSite.Collection)]
public sealed class NotesCollection : ICollectionFixture<NotesSite>;
