using System.Net;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>Whatever is written into addresses and forms by hand, the answer is a page, and no form is lost to it.</summary>
public abstract class CustomerTamperTests(CustomersSite fixture, string oddity)
{
    private static readonly string[] Oddities = ["maybe", "-1", "99999999999999999999", "\0", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u202Etxt.exe", new('9', 100_000)];

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task NoFieldOfAnyFormTakesThePageDown()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var failures = new List<string>();

        foreach (var path in await FormsAsync(admin))
        {
            var form = await admin.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, form.Status);
            var fields = form.Fields.ToList();
            var names = fields.Select(field => field.Name).Where(name => name != "__RequestVerificationToken").Distinct().ToList();

            foreach (var name in names)
            {
                await TryAsync(path, fields, [name], oddity);
            }

            foreach (var value in Oddities)
            {
                await TryAsync(path, fields, names, value);
            }
        }

        Assert.Empty(failures);

        async Task TryAsync(string path, List<(string Name, string Value)> fields, List<string> names, string value)
        {
            var answer = await admin.PostAsync(path, [.. fields.Where(field => !names.Contains(field.Name)), .. names.Select(name => (name, value))]);

            if ((int)answer.Status >= 500 || answer.Html.Contains("<script>alert(1)", StringComparison.Ordinal))
            {
                failures.Add($"{(int)answer.Status} {path} {(names.Count == 1 ? names[0] : "all fields")} = {value[..Math.Min(20, value.Length)]}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Views")]
    [InlineData("/Columns")]
    [InlineData("/Jobs")]
    [InlineData("/Recent")]
    [InlineData("/Similar")]
    [InlineData("/Create")]
    [InlineData("/{id}")]
    [InlineData("/{id}?tab=history")]
    [InlineData("/{id}?tab=notes")]
    [InlineData("/{id}?tab=addresses")]
    [InlineData("/{id}/Edit")]
    public async Task NoAddressTakesThePageDown(string page)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Asked Oddly");
        var path = "/Admin/Customers" + page.Replace("{id}", id, StringComparison.Ordinal);
        string[] parameters = ["pagenum", "size", "sort", "order", "after", "before", "view", "changed", "columns", "search", "status", "created", "group", "firstname", "phone", "managedby", "hold", "account", "id", "number", "returnUrl", "back", "list", "name", "email", "except", "from", "culture", "tab"];
        string[] values = ["-1", "0", "2147483647", "2147483648", "maybe", "%00", "%ED%A0%80", "%25%5F%27%22", "..", "9999-99-99..0000-00-00", "9999-12-31..9999-12-31", "0001-01-01..0001-01-01", "xx-XX", "//evil.example/", "%E2%80%AEtxt", new('x', 3_000)];

        foreach (var parameter in parameters)
        {
            foreach (var value in values)
            {
                var answer = await admin.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={value}");

                Assert.True((int)answer.Status < 500, $"{answer.Status} {page} {parameter}={value[..Math.Min(30, value.Length)]}");
                Assert.DoesNotContain("href=\"//evil", answer.Html, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("%ED%A0%80")]
    [InlineData("'--")]
    [InlineData("%E2%80%AE")]
    public async Task NoIdTakesThePageDown(string odd)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Of Odd Ids");

        foreach (var path in new[]
        {
            $"/Admin/Customers/{odd}", $"/Admin/Customers/{odd}/Edit", $"/Admin/Customers/{odd}/Delete", $"/Admin/Customers/{id}/Addresses/{odd}/Edit", $"/Admin/Customers/{id}/Addresses/{odd}/Delete",
            $"/Admin/Customers/{id}/Addresses/{odd}/Print", $"/Admin/Customers/{id}/Notes/{odd}", $"/Admin/Customers/Groups/{odd}/Edit", $"/Admin/Customers/Groups/{odd}/Delete", $"/Admin/Customers/Jobs/{odd}",
            $"/Admin/Customers/Views/{odd}",
        })
        {
            Assert.True((int)(await admin.GetAsync(path)).Status < 500, path);
        }
    }

    [Fact]
    public async Task NoRequestThatNoPageSendsTakesTheSiteDown()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Sent Oddly");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        await Site.AddAddressAsync(id, AddressSite.NewYork("b"));
        await admin.SubmitAsync($"/Admin/Customers/{id}/Notes", ("text", "Noted"));
        var token = (await admin.GetAsync("/Admin/Customers/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");
        string[] odd = ["maybe", "-1", "999", "99999999999999999999", "\0", "..", "", new('x', 100_000)];
        (string Path, string[] Names)[] requests =
        [
            ($"/Admin/Customers/{id}/Addresses/a/Choose", ["use"]),
            ($"/Admin/Customers/{id}/Addresses/nothing/Choose", ["use"]),
            ("/Admin/Customers/Addresses/Fields", ["prefix", "Address.Country", "Address.Revision", "Address.IsUnchecked"]),
            ("/Admin/Customers/Bulk", ["action", "ids", "all", "list", "value", "job"]),
            ("/Admin/Customers/Bulk/Start", ["action", "ids", "all", "list", "value", "job"]),
            ($"/Admin/Customers/Jobs/{Guid.NewGuid():N}/Cancel", ["id"]),
            ($"/Admin/Customers/Views/{Guid.NewGuid():N}/Save", ["list"]),
            ("/Admin/Customers/Views/Default", ["viewId"]),
            ($"/Admin/Customers/{id}/Notes", ["text", "returnUrl"]),
            ($"/Admin/Customers/{id}/Delete", ["none", "returnUrl"]),
        ];

        foreach (var (path, names) in requests)
        {
            foreach (var value in odd)
            {
                await AssertAnswerAsync(path, [.. names.Select(name => (name, value))]);
            }
        }

        foreach (var action in new[] { "hold", "assign", "addtogroup", "activate", "delete" })
        {
            foreach (var value in odd)
            {
                await AssertAnswerAsync("/Admin/Customers/Bulk", ("action", action), ("ids", value));
                await AssertAnswerAsync("/Admin/Customers/Bulk/Start", ("action", action), ("ids", value), ("value", value), ("job", Guid.NewGuid().ToString("N")));
            }
        }

        var book = await Site.AddAsync("Deleted Oddly");
        await Site.AddAddressAsync(book, AddressSite.Berlin("a"));
        await Site.AddAddressAsync(book, AddressSite.NewYork("b"));

        foreach (var value in odd)
        {
            await AssertAnswerAsync($"/Admin/Customers/{book}/Addresses/a/Delete", ("Address[Billing]", value), ("Address[maybe]", "b"), ("Address[999]", "b"), ("Address.Shipping", value));
        }

        Assert.Equal(["b"], (await Site.BookAsync(book)).Addresses.Select(address => address.Id));

        async Task AssertAnswerAsync(string path, params (string Name, string Value)[] fields)
        {
            var answer = await admin.PostAsync(path, [token, .. fields]);

            Assert.True((int)answer.Status < 500, $"{answer.Status} {path} {string.Join(' ', fields.Select(field => $"{field.Name}={field.Value[..Math.Min(20, field.Value.Length)]}"))}");
        }
    }

    [Fact]
    public async Task WhatABooleanCannotBeIsRefusedAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        var refused = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Kept All The Same"), ("CustomerPart.OnHold", "maybe"), ("CustomerPart.IsBusiness", "maybe"), ("AddressBookPart.UseShipTo", "maybe"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(("CustomerPart.ContactName", "Kept All The Same"), refused.Fields);
        Assert.Contains("data-error-summary", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyIsLedToAnotherSite()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Led Away");
        var evil = Uri.EscapeDataString("//evil.example/");

        Assert.Equal("/Admin/Customers", (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit?returnUrl={evil}", ("returnUrl", "//evil.example/"))).Location);
        Assert.DoesNotContain("evil.example", (await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/Create?returnUrl={evil}", ("returnUrl", "//evil.example/"), ("Address.Line1", "1"), ("Address.Country", "HK"))).Location, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", (await admin.SubmitAsync($"/Admin/Customers/{id}/Notes?returnUrl={evil}", ("returnUrl", "//evil.example/"), ("text", "A note"))).Location, StringComparison.Ordinal);
        Assert.DoesNotContain("\"//evil.example", (await admin.GetAsync($"/Admin/Customers/{id}?tab=addresses&returnUrl={evil}")).Html, StringComparison.Ordinal);
    }

    /// <summary>Every page of ours with a form on it.</summary>
    private async Task<IReadOnlyList<string>> FormsAsync(SiteUser admin)
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Business, part.References) = ("Tampered With", new CustomerBusiness { Name = "Ltd" }, [new() { Key = "erp", Value = "1" }]));
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        await Site.AddAddressAsync(id, AddressSite.NewYork("b"), AddressUses.Billing);
        await admin.SubmitAsync($"/Admin/Customers/{id}/Notes", ("text", "A note"));
        var view = (await admin.SubmitAsync("/Admin/Customers/Views", ("Name", "Tampered " + Guid.NewGuid().ToString("N")))).Location;

        return
        [
            "/Admin/Customers/Create",
            $"/Admin/Customers/{id}/Edit",
            $"/Admin/Customers/{id}/Addresses/Create",
            $"/Admin/Customers/{id}/Addresses/a/Edit",
            $"/Admin/Customers/{id}/Notes",
            "/Admin/Customers/Groups/Create",
            "/Admin/Customers/Views",
            "/Admin/Customers/Views/" + view[(view.IndexOf('=', StringComparison.Ordinal) + 1)..],
            "/Admin/Customers/Columns",
            "/Admin/Settings/customers",
        ];
    }
}

public sealed class SqliteCustomerTamperTests(SqliteSite site) : CustomerTamperTests(site, "maybe"), IClassFixture<SqliteSite>;

/// <summary>PostgreSQL takes no text with a null character in it.</summary>
public sealed class PostgresCustomerTamperTests(PostgresSite site) : CustomerTamperTests(site, "\0"), IClassFixture<PostgresSite>;
