using System.Collections.Concurrent;
using System.Net;
using Microsoft.Data.Sqlite;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What the sample site does when its process or its database lets it down.</summary>
public sealed class CustomerFaultTests
{
    private const string CreatePath = "/Admin/Customers/Create";

    [Fact]
    public async Task TheSampleSiteStartsSaysHowToLogInAndStartsAgainWithoutASetup()
    {
        await using var host = await SampleHostProcess.StartAsync();
        Assert.Contains(host.Output, line => line == $"Ready: {host.Address}Admin/Customers");
        Assert.Contains(host.Output, line => line.StartsWith("Log in as admin with", StringComparison.Ordinal) && line.Contains("Password1!", StringComparison.Ordinal));
        Assert.Equal(270, Count(host, "CustomerIndex"));

        await host.KillAsync();
        await host.RunAsync();
        Assert.Equal(270, Count(host, "CustomerIndex"));
    }

    [Fact]
    public async Task NothingThatWasAcknowledgedIsLostByKill9()
    {
        var rounds = System.Environment.GetEnvironmentVariable("CUSTOMERS_LONG") is null ? 1 : 20;
        await using var host = await SampleHostProcess.StartAsync();
        var acknowledged = new ConcurrentBag<string>();
        var random = new Random(20261121);

        for (var round = 0; round < rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 3).Select(_ => WriteAsync(host, acknowledged, stop.Token)).ToArray();
            var before = acknowledged.Count;

            while (acknowledged.Count < before + 5 && !writers.Any(writer => writer.IsCompleted))
            {
                await Task.Delay(20);
            }

            await Task.Delay(random.Next(0, 150));
            await host.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            Assert.True(acknowledged.Count >= before + 5, "The writers gave up before the host was killed.");

            Assert.Equal("ok", Read(host, "pragma integrity_check").Single());
            var names = Read(host, "select ContactName from CustomerIndex").ToHashSet();
            Assert.All(acknowledged, name => Assert.Contains(name, names));

            // No half customer: each has its document, its rows and its claims, and no number was given twice.
            Assert.Empty(Read(host, "select i.ContactName from CustomerIndex i left join Document d on d.Id = i.DocumentId where d.Id is null"));
            Assert.Empty(Read(host, "select i.ContactName from CustomerIndex i where not exists (select 1 from CustomerKeyIndex k where k.ContentItemId = i.ContentItemId)"));
            Assert.Equal(Count(host, "CustomerIndex"), Read(host, "select distinct Number from CustomerIndex").Count);

            await host.RunAsync();
        }
    }

    [Fact]
    public async Task AReadOnlyDatabaseIsReportedInTheFormAndNothingTypedIsLost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This test sets file modes.");
        await using var host = await SampleHostProcess.StartAsync();
        string id;

        using (var admin = await LogInAsync(host))
        {
            id = Read(host, "select ContentItemId from CustomerIndex order by Id limit 1").Single();
            Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Saved Before"))).Status);
            await host.KillAsync();
        }

        // The files may be read by everybody and written by nobody; root, who may write all the same, becomes nobody.
        Chmod(host, "a+rX,a-w");

        try
        {
            await host.RunAsync(System.Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []);
            using var admin = await LogInAsync(host);
            await AssertRefusedAsync(admin, CreatePath);
            await AssertRefusedAsync(admin, $"/Admin/Customers/{id}/Edit");
        }
        finally
        {
            await host.KillAsync();
            Chmod(host, "u+w");
        }
    }

    [Fact]
    public async Task ALockedDatabaseIsReportedInTheFormAndNothingTypedIsLost()
    {
        await using var host = await SampleHostProcess.StartAsync();
        using var admin = await LogInAsync(host);

        await using (var connection = Open(host))
        {
            // Reading goes on; who wants to write waits, in vain, as long as SQLite waits by default.
            await using var writer = await connection.BeginTransactionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "update CustomerIndex set Company = Company where Id = 1";
            await command.ExecuteNonQueryAsync();
            await AssertRefusedAsync(admin, CreatePath);
        }

        var saved = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "After the lock"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    private static async Task AssertRefusedAsync(SiteUser admin, string path)
    {
        var refused = await admin.SubmitAsync(path, ("CustomerPart.ContactName", "Typed Name"), ("CustomerPart.Company", "Typed Company"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("The database refused to save this. Nothing was saved; try again in a moment.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("CustomerPart.Company", "Typed Company"), refused.Fields);
    }

    private static async Task WriteAsync(SampleHostProcess host, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        try
        {
            using var admin = await LogInAsync(host);

            while (!stop.IsCancellationRequested)
            {
                var name = "killed " + Guid.NewGuid().ToString("N");
                var saved = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", name));

                if (saved.Status == HttpStatusCode.Redirect)
                {
                    acknowledged.Add(name);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The host was killed.
        }
    }

    private static async Task<SiteUser> LogInAsync(SampleHostProcess host)
    {
        var user = new SiteUser(host.NewClient());
        var answer = await user.SubmitAsync("/Login", ("LoginForm.UserName", "admin"), ("LoginForm.Password", "Password1!"));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);

        return user;
    }

    private static SqliteConnection Open(SampleHostProcess host)
    {
        var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False");
        connection.Open();

        return connection;
    }

    private static int Count(SampleHostProcess host, string table) => int.Parse(Read(host, $"select count(*) from {table}").Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Read(SampleHostProcess host, string sql)
    {
        using var connection = Open(host);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();

        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private static void Chmod(SampleHostProcess host, string mode)
    {
        using var chmod = System.Diagnostics.Process.Start("chmod", ["-R", mode, host.Root]);
        chmod.WaitForExit();
    }
}
