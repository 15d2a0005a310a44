using System.Net;
using System.Text.Json;
using OrchardCore.Customers.Tests.Accounts.Storefront;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Whatever customers post besides what a page asks for, the shop's part of their record stays as it is, and so do all others.</summary>
public sealed class MassAssignmentTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private static readonly string[] Prefixes = ["", "CustomerPart.", "Address.", "Customer.", "visitor.Record.", "User."];

    private static readonly (string Name, string Value)[] ShopsFields =
    [
        ("Number", "C-1"), ("CustomId", "mine"), ("Status", "Inactive"), ("Currency", "USD"), ("PreferredSite", "US"), ("Sites", "US"), ("Sites[0]", "US"),
        ("Groups", "vip"), ("Groups[0]", "vip"), ("ManagedBy", "somebody"), ("AccountId", "somebody"), ("MemberNumber", "M-7"), ("MemberVerificationCode", "V-7"),
        ("Hold.Reason", "x"), ("Business.Name", "x"), ("References[0].Key", "erp"), ("References[0].Value", "7"), ("Claims", "e:x"), ("Claims[0]", "e:x"),
        ("ContentItemId", "x"), ("Owner", "x"), ("Author", "x"), ("DisplayText", "x"), ("Published", "false"),
        ("UserId", "x"), ("RoleNames", "Administrator"), ("RoleNames[0]", "Administrator"), ("IsEnabled", "false"), ("IsUnchecked", "true"), ("IsChecked", "true"),
    ];

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1")]
    public async Task WhatIsTheShopsIsChangedByNoPageOfTheStorefront()
    {
        var other = await Site.AddShopperAsync("mine");
        var othersBefore = JsonSerializer.Serialize(await other.ReadAsync());
        (string, string)[] others = [("id", other.Id), ("customerId", other.Id), ("CustomerPart.ContentItem.ContentItemId", other.Id), ("Customer.ContentItemId", other.Id)];
        (string, string)[] shops = [.. Prefixes.SelectMany(prefix => ShopsFields.Select(field => (prefix + field.Name, field.Value))), .. others];

        foreach (var route in (await ModuleRoute.FindAsync(Site)).Where(route => route.Method == "POST" && StorefrontRules.All.ContainsKey(route.Name)))
        {
            var shopper = await Site.AddShopperAsync("mine");
            var (record, user) = ((await shopper.ReadAsync())!, await shopper.UserAsync());
            using var browser = await shopper.LogInAsync();

            if (route.Name == "AccountAttach.AttachPost")
            {
                await Site.GiveAccountAsync(shopper.Id, null);
            }

            var values = await StorefrontMatrixTests.ValuesAsync(shopper, StorefrontRules.All[route.Name]);

            var page = await route.CallAsync(browser, values, await browser.TokenAsync(), [.. StorefrontSubjects.FieldsOf(route.Name, shopper, record.Revision), .. shops]);

            Assert.True(page.Status == HttpStatusCode.Redirect || route.Name == "AccountAddresses.Fields", $"{route}: {page.Status}");
            var isClosed = route.Name == "AccountDetails.ClosePost";
            Assert.Equal($"{route} {Shops(record, isClosed)}", $"{route} {Shops((await shopper.ReadAsync())!, isClosed)}");

            if (!isClosed)
            {
                Assert.Equal($"{route} {Shops(user)}", $"{route} {Shops(await shopper.UserAsync())}");
            }
        }

        Assert.Equal(othersBefore, JsonSerializer.Serialize(await other.ReadAsync()));
    }

    /// <summary>Neither an old revision nor one that is yet to come gets past what was saved meanwhile.</summary>
    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("2147483647")]
    [InlineData("x")]
    public async Task ARevisionThatIsNotTheRecordsSavesNothing(string revision)
    {
        var shopper = await Site.AddShopperAsync("mine");
        var before = JsonSerializer.Serialize(await shopper.ReadAsync());
        using var user = await shopper.LogInAsync();

        var page = await user.SubmitAsync("/account/edit", ("CustomerPart.Phone", "+354 555 0101"), ("CustomerPart.Revision", revision));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(before, JsonSerializer.Serialize(await shopper.ReadAsync()));
    }

    /// <summary>Closing an account takes it off the record, and nothing else does.</summary>
    private static string Shops(CustomerPart part, bool isClosed) => JsonSerializer.Serialize(new
    {
        part.Number,
        part.CustomId,
        part.Status,
        part.Currency,
        part.PreferredSite,
        part.Sites,
        part.Groups,
        part.ManagedBy,
        AccountId = isClosed ? null : part.AccountId,
        part.MemberNumber,
        part.MemberVerificationCode,
        part.Hold,
        part.Business,
        part.References,
        part.ContentItem.ContentItemId,
        part.ContentItem.Owner,
        part.ContentItem.Published,
    });

    private static string Shops(User user) => JsonSerializer.Serialize(new { user.UserId, user.UserName, user.IsEnabled, user.RoleNames });
}
