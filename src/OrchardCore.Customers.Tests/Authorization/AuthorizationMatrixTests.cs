using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>
/// Every route of the module, as the site maps it, is tried by everybody: on what is there and in reach, on what is out of
/// reach, and on what does not exist. What everybody is answered follows from <see cref="RouteRules"/>.
/// </summary>
/// <param name="rules">What is tried.</param>
/// <param name="elsewhere">The names of the other routes of this site, which another test tries.</param>
public abstract class AuthorizationMatrixTests(TestSite site, IReadOnlyDictionary<string, RouteRule> rules, IEnumerable<string> elsewhere)
{
    private readonly Findings _findings = new();

    protected TestSite Site => site;

    [Fact]
    public async Task EveryRouteHasARuleAndEveryRuleARoute()
    {
        var routes = await ModuleRoute.FindAsync(Site);

        string[] known = [.. rules.Keys, .. elsewhere];

        Assert.Empty(routes.Where(route => !known.Contains(route.Name)).Select(route => route.ToString()));
        Assert.Empty(known.Except(routes.Select(route => route.Name)));
        Assert.All(routes, route => Assert.Contains(route.Method, new[] { "GET", "POST" }));
    }

    /// <summary>Nothing of this changes anything, whoever tries.</summary>
    [Fact]
    [Seed("O17", "T2")]
    public async Task WhatOneMayNotDoIsRefusedAndWhatIsOutOfReachIsAsIfItWereNotThere()
    {
        var persons = await Person.AllAsync(Site);

        await RefuseAsync(persons, rules, persons[^1].UserId);
    }

    [Fact]
    [Seed("O16", "T2")]
    public async Task WhatOneMayDoIsDoneOnWhatIsInReach()
    {
        await AllowAsync(await Person.AllAsync(Site), rules, new Subjects(Site));
    }

    /// <summary>Everybody does what they may.</summary>
    private protected async Task AllowAsync(IReadOnlyList<Person> persons, IReadOnlyDictionary<string, RouteRule> rules, Subjects subjects)
    {
        var routes = await ModuleRoute.FindAsync(Site);

        foreach (var person in persons)
        {
            var token = await person.User.TokenAsync();

            foreach (var route in routes.Where(route => rules.TryGetValue(route.Name, out var rule) && person.May(rule.Permission)))
            {
                var values = await subjects.MakeAsync(rules[route.Name].Subject, person.UserId);
                var page = await route.CallAsync(person.User, values, token, RouteRules.FieldsOf(route.Name));
                _findings.Expect((int)page.Status < 400 && !page.LeadsToLogin(), person.Name, route, "one's own", page);
            }

            person.Dispose();
        }

        _findings.AssertNone();
    }

    /// <summary>Everybody tries what is not theirs.</summary>
    /// <param name="stranger">Who has what is another's.</param>
    /// <param name="customer">A certain customer that is tried instead of another's.</param>
    private protected async Task RefuseAsync(IReadOnlyList<Person> persons, IReadOnlyDictionary<string, RouteRule> tried, string? stranger, Dictionary<string, string>? customer = null)
    {
        var routes = (await ModuleRoute.FindAsync(Site)).Where(route => tried.ContainsKey(route.Name)).ToList();
        var subjects = new Subjects(Site);
        var others = new Dictionary<Subject, Dictionary<string, string>>();

        foreach (var subject in tried.Values.Select(rule => rule.Subject).Distinct())
        {
            others[subject] = subject == Subject.Customer && customer is not null ? customer : await subjects.MakeAsync(subject, stranger);
        }

        foreach (var person in persons)
        {
            var token = await person.User.TokenAsync();
            var before = await DatabaseContent.HashAsync(Site);

            foreach (var route in routes)
            {
                await RefuseAsync(person, route, tried[route.Name], others[tried[route.Name].Subject], token);
            }

            _findings.AddChanges(person.Name, before, await DatabaseContent.HashAsync(Site));
            person.Dispose();
        }

        _findings.AssertNone();
    }

    /// <summary>Nothing is sent that would be kept of the user's own.</summary>
    private async Task RefuseAsync(Person person, ModuleRoute route, RouteRule rule, Dictionary<string, string> others, string token)
    {
        if (rule.Subject == Subject.Nothing && person.May(rule.Permission))
        {
            return;
        }

        var missing = await route.CallAsync(person.User, Subjects.Missing(rule.Subject), token);

        if (!person.May(rule.Permission))
        {
            ExpectRefused(person, route, "what is missing", missing);
            ExpectRefused(person, route, "another's", await route.CallAsync(person.User, others, token));

            return;
        }

        _findings.Expect(Is(missing, rule), person.Name, route, "what is missing", missing);

        if (IsOutOfReach(person, rule.Subject))
        {
            _findings.ExpectSame(person.Name, route, "another's", await route.CallAsync(person.User, others, token), missing);
        }
    }

    /// <summary>Whether somebody else's is out of this person's reach.</summary>
    private static bool IsOutOfReach(Person person, Subject subject) => subject switch
    {
        Subject.Customer or Subject.Note or Subject.Address or Subject.AssistedSession => person.IsScoped,
        Subject.Membership or Subject.Approval => person.IsLimited,
        Subject.Job => !person.May(CustomersPermissions.ManageCustomerSettings),
        Subject.View => person.Name != "administrator",
        _ => false,
    };

    /// <summary>What does not exist is 404, or leads back; what was asked for shows nowhere.</summary>
    private static bool Is(SitePage missing, RouteRule rule)
        => rule.LeadsAway ? missing.Status is HttpStatusCode.Redirect && !missing.LeadsToLogin() : missing.Status is HttpStatusCode.NotFound;

    private void ExpectRefused(Person person, ModuleRoute route, string what, SitePage page)
        => _findings.Expect(person.IsAnonymous ? page.LeadsToLogin() : page.Status == HttpStatusCode.Forbidden, person.Name, route, what, page);
}

public sealed class SqliteAuthorizationMatrixTests(SqliteSite fixture) : AuthorizationMatrixTests(fixture.Site, RouteRules.Customers, []), IClassFixture<SqliteSite>;

public sealed class PostgresAuthorizationMatrixTests(PostgresSite fixture) : AuthorizationMatrixTests(fixture.Site, RouteRules.Customers, []), IClassFixture<PostgresSite>;
