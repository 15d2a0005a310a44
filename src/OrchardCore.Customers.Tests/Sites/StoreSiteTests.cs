using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>What a site has to be like, and what becomes of it.</summary>
[Seed("E27")]
public abstract class StoreSiteTests(SitesSite fixture)
{
    private TestSite Site => fixture.Site;

    public static TheoryData<string, Action<StoreSite>> Refused => new()
    {
        { "Code: Enter a code.", site => site.Code = "" },
        { "Code: A code has at most 66 characters: letters (A to Z), digits, - and _.", site => site.Code = "Ä Ö" },
        { "Code: A code has at most 66 characters: letters (A to Z), digits, - and _.", site => site.Code = new string('A', 67) },
        { "Code: The site “Germany” has this code already.", site => site.Code = "de" },
        { "Name: Enter a name.", site => site.Name = " \u200E " },
        { "Name: A name has at most 100 characters; this one has 101.", site => site.Name = new string('n', 101) },
        { "Name: The name contains characters that can't be shown. Type it anew.", site => site.Name = "a\u202Eb" },
        { "StorefrontUrl: Enter the address of the storefront.", site => site.StorefrontUrl = " " },
        { "StorefrontUrl: This is no address of a storefront. It looks like https://shop.example.com, without a user name, ? and #; http is for this computer only, as in http://localhost:5000.", site => site.StorefrontUrl = "http://shop.example.com" },
        { "Currencies: Enter at least one currency.", site => site.Currencies = [] },
        { "Currencies: “EURO” is no currency. Use codes like EUR (ISO 4217).", site => site.Currencies = ["EUR", "EURO"] },
        { "Languages: “xx-yy-zz!” is no language. Use tags like de or de-AT (BCP 47).", site => site.Languages = ["xx-yy-zz!"] },
        { "Languages: These are too many: 50 is the most.", site => site.Languages = [.. Enumerable.Range(0, 51).Select(number => "l" + number)] },
        { "AssistedBuying.EntryPath: A path begins with / and has no spaces and no #, like /assist. It has at most 500 characters.", site => site.AssistedBuying.EntryPath = "//evil.example.com" },
        { "AssistedBuying.SessionMinutes: A number of minutes from 5 to 60.", site => site.AssistedBuying.SessionMinutes = 4 },
        { "AssistedBuying.SessionMinutes: A number of minutes from 5 to 60.", site => site.AssistedBuying.SessionMinutes = 61 },
        { "AssistedBuying.Modes: Choose at least one, or switch assisted buying off.", site => (site.AssistedBuying.IsEnabled, site.AssistedBuying.Modes) = (true, []) },
        { "AssistedBuying.Modes: Choose from what is offered.", site => site.AssistedBuying.Modes = [(AssistMode)7] },
        { "AssistedBuying.AllowedOrigins: “https://a.example.com/b” is no origin. It looks like https://checkout.example.com, without a path; http is for this computer only.", site => site.AssistedBuying.AllowedOrigins = ["https://a.example.com/b"] },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task ASiteThatIsNotAsItHasToBeIsRefusedBesideItsField(string error, Action<StoreSite> spoil)
    {
        var before = await CodesAsync();
        var spoilt = SitesSiteExtensions.NewSite("SPOILT");
        spoil(spoilt);

        Assert.Equal(error, (await Site.SitesAsync(manager => manager.CreateAsync(spoilt))).TheError());
        Assert.Equal(before, await CodesAsync());
    }

    [Fact]
    public async Task ASiteIsKeptAsItsListsWriteIt()
    {
        var code = await Site.AddSiteAsync(site =>
        {
            site.Name = "  Our shop\u0301 ";
            site.StorefrontUrl = " https://Shop.example.com/ ";
            site.Currencies = ["eur", "EUR", " chf"];
            site.Languages = ["DE-at", "de-AT", "fr"];
            site.AssistedBuying = new() { IsEnabled = true, EntryPath = " ", Modes = [AssistMode.Full, AssistMode.LookOnly, AssistMode.Full], AllowedOrigins = ["https://Checkout.example.com/"] };
        });

        var kept = await FindAsync(code);
        Assert.Equal(("Our shop\u0301".Normalize(), "https://shop.example.com", true, 1), (kept!.Name, kept.StorefrontUrl, kept.IsActive, kept.Revision));
        Assert.Equal(["EUR", "CHF"], kept.Currencies);
        Assert.Equal(["de-AT", "fr"], kept.Languages);
        Assert.Equal((true, "/", 30, true), (kept.AssistedBuying.IsEnabled, kept.AssistedBuying.EntryPath, kept.AssistedBuying.SessionMinutes, kept.AssistedBuying.MailsCustomer));
        Assert.Equal([AssistMode.LookOnly, AssistMode.Full], kept.AssistedBuying.Modes);
        Assert.Equal(["https://checkout.example.com"], kept.AssistedBuying.AllowedOrigins);
        Assert.Equal(kept.Code, (await FindAsync(code.ToLowerInvariant()))!.Code);
    }

    /// <summary>A recipe may bring anything.</summary>
    [Fact]
    public async Task WhatARecipeBringsThatIsNoSiteIsNone()
        => Assert.Equal(["DE", "UK", "OLD"], (await CodesAsync()).Where(code => !code.StartsWith('S')));

    [Fact]
    public async Task ASiteIsChangedAndKeepsItsCode()
    {
        var code = await Site.AddSiteAsync();
        var changed = await CopyAsync(code.ToLowerInvariant());
        changed.Name = "Changed";
        (await Site.SitesAsync(manager => manager.UpdateAsync(changed))).Succeeds();

        var kept = await FindAsync(code);
        Assert.Equal((code, "Changed", 2), (kept!.Code, kept.Name, kept.Revision));
    }

    [Fact]
    public async Task OfTwoWhoEditASiteTheSlowerOneIsToldSo()
    {
        var code = await Site.AddSiteAsync();
        var (first, second) = (await CopyAsync(code), await CopyAsync(code));
        (first.Name, second.Name) = ("First", "Second");
        (await Site.SitesAsync(manager => manager.UpdateAsync(first))).Succeeds();

        Assert.Equal("Revision: Somebody else saved this site after you had opened it.", (await Site.SitesAsync(manager => manager.UpdateAsync(second))).TheError());
        Assert.Equal("First", (await FindAsync(code))!.Name);
    }

    /// <summary>All sites stand in one document.</summary>
    [Fact]
    public async Task WhoChangesOtherSitesAtTheSameMomentIsNotInTheWay()
    {
        string[] codes = [await Site.AddSiteAsync(), await Site.AddSiteAsync(), await Site.AddSiteAsync()];

        var copies = await Task.WhenAll(codes.Select(CopyAsync));

        var results = await Task.WhenAll(copies.Select(copy => Task.Run(() => Site.SitesAsync(manager =>
        {
            copy.Name = "Changed at once";

            return manager.UpdateAsync(copy);
        }))));

        Assert.All(results, result => result.Succeeds());

        foreach (var code in codes)
        {
            Assert.Equal(("Changed at once", 2), ((await FindAsync(code))!.Name, (await FindAsync(code))!.Revision));
        }
    }

    [Fact]
    public async Task ASiteThatNobodyHasIsDeleted()
    {
        var code = await Site.AddSiteAsync();
        (await Site.SitesAsync(manager => manager.DeleteAsync(code))).Succeeds();

        Assert.Null(await FindAsync(code));
        Assert.Equal($": There is no site “{code}” any more.", (await Site.SitesAsync(manager => manager.DeleteAsync(code))).TheError());
        Assert.Equal($": There is no site “{code}” any more.", (await Site.SitesAsync(manager => manager.SetActiveAsync(code, isActive: true))).TheError());
        Assert.Equal($": There is no site “{code}” any more.", (await Site.SitesAsync(manager => manager.UpdateAsync(SitesSiteExtensions.NewSite(code)))).TheError());
    }

    [Fact]
    public async Task ASiteThatACustomerOrAUserHasIsNotDeleted()
    {
        var (shopped, worked) = (await Site.AddSiteAsync(), await Site.AddSiteAsync());
        await Site.AddAsync(part => (part.ContactName, part.PreferredSite, part.Sites) = ("Shops at two", "DE", [shopped]));
        var user = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        await Site.LimitAsync(user, worked);

        Assert.StartsWith($": A customer shops at the site {shopped}, so it can't be deleted.", (await Site.SitesAsync(manager => manager.DeleteAsync(shopped))).TheError(), StringComparison.Ordinal);
        Assert.StartsWith($": There are users who are limited to the site {worked},", (await Site.SitesAsync(manager => manager.DeleteAsync(worked))).TheError(), StringComparison.Ordinal);
        Assert.NotNull(await FindAsync(shopped));
    }

    private Task<StoreSite?> FindAsync(string code) => Site.SitesAsync(manager => manager.FindAsync(code));

    private Task<string[]> CodesAsync() => Site.SitesAsync(async manager => (await manager.FindAllAsync()).Select(site => site.Code).ToArray());

    /// <summary>What is found is shared; a form makes its own.</summary>
    private async Task<StoreSite> CopyAsync(string code)
    {
        var found = await FindAsync(code);

        return new() { Code = code, Name = found!.Name, StorefrontUrl = found.StorefrontUrl, Currencies = found.Currencies, Languages = found.Languages, IsActive = found.IsActive, Revision = found.Revision };
    }
}

public sealed class SqliteStoreSiteTests(SqliteSites site) : StoreSiteTests(site), IClassFixture<SqliteSites>;

public sealed class PostgresStoreSiteTests(PostgresSites site) : StoreSiteTests(site), IClassFixture<PostgresSites>;
