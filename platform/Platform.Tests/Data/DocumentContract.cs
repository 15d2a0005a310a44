using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace Platform.Tests.Data;

/// <summary>How a site keeps documents that are no content items.</summary>
public abstract class DocumentContract(Things things) : ThingsContract(things)
{
    [Fact]
    public async Task ADocumentIsJsonWithoutNullsAndWithNamesOfEnums()
    {
        var name = NewName();
        await SaveAsync(new Note
        {
            Text = name,
            Color = ThingColor.Green,
            Time = new DateTime(2024, 2, 29, 12, 30, 0, DateTimeKind.Utc),
            Duration = TimeSpan.FromMinutes(90),
            Price = 1.50m,
        });

        Assert.Equal(
            $$"""{"Text":"{{name}}","Color":"Green","Time":"2024-02-29T12:30:00Z","Duration":"01:30:00","Price":1.50,"Defaults":["default"]}""",
            await StoredAsync(name));
    }

    /// <summary>Nothing is converted: a local time becomes another moment, but where the server keeps UTC.</summary>
    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public async Task TimesLoseTheirFractionsAndAreCalledUtc(DateTimeKind kind)
    {
        var name = NewName();
        await SaveAsync(new Note { Text = name, Time = new DateTime(2024, 7, 1, 12, 0, 0, 999, kind) });

        var json = JsonNode.Parse(await StoredAsync(name));
        Assert.Equal("2024-07-01T12:00:00Z", json["Time"].ToString());

        var read = await FindAsync(name);
        Assert.Equal(new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc), read.Time);
        Assert.Equal(DateTimeKind.Utc, read.Time.Kind);
    }

    /// <summary>A settable collection too is filled, not replaced.</summary>
    [Fact]
    public async Task WhatACollectionBeginsWithIsThereTwiceAfterReading()
    {
        var name = NewName();
        await SaveAsync(new Note { Text = name });

        Assert.Equal(["default", "default"], (await FindAsync(name)).Defaults);
    }

    private Task SaveAsync(Note note) => With<ISession>(session => session.SaveAsync(note, collection: Note.Collection));

    private Task<Note> FindAsync(string text)
        => With<ISession, Note>(session => session.Query<Note, NoteIndex>(index => index.Text == text, collection: Note.Collection).FirstOrDefaultAsync());

    private Task<string> StoredAsync(string text) => With<ISession, string>(async session =>
    {
        var transaction = await session.BeginTransactionAsync();

        return await transaction.Connection.QuerySingleAsync<string>(
            """select "Content" from "Notes_Document" where "Content" like @pattern""", new { pattern = $"%{text}%" }, transaction);
    });
}

[Collection(nameof(OnSqlite))]
public sealed class DocumentsOnSqlite(SqliteThings things) : DocumentContract(things);

[Collection(nameof(OnPostgres))]
public sealed class DocumentsOnPostgres(PostgresThings things) : DocumentContract(things);
