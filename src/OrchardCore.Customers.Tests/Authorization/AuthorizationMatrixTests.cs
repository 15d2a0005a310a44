using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>
/// Every route of the module, as the site maps it, is tried by everybody: on what is there and in reach, on what is out of
/// reach, and on what does not exist. What everybody is answered follows from <see cref="RouteRules"/>.
/// </summary>
public abstract partial class AuthorizationMatrixTests(CustomersSite fixture)
{
    private const string TokenName = "__RequestVerificationToken";

    private readonly List<string> _findings = [];

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task EveryRouteHasARuleAndEveryRuleARoute()
    {
        var routes = await ModuleRoute.FindAsync(Site);

        Assert.Empty(routes.Where(route => !RouteRules.All.ContainsKey(route.Name)).Select(route => route.ToString()));
        Assert.Empty(RouteRules.All.Keys.Except(routes.Select(route => route.Name)));
        Assert.All(routes, route => Assert.Contains(route.Method, new[] { "GET", "POST" }));
    }

    /// <summary>Nothing of this changes anything, whoever tries.</summary>
    [Fact]
    [Seed("O17", "T2")]
    public async Task WhatOneMayNotDoIsRefusedAndWhatIsOutOfReachIsAsIfItWereNotThere()
    {
        var routes = await ModuleRoute.FindAsync(Site);
        var subjects = new Subjects(Site);
        var persons = await Person.AllAsync(Site);
        var stranger = persons[^1].UserId;
        var others = new Dictionary<Subject, Dictionary<string, string>>();

        foreach (var subject in Enum.GetValues<Subject>())
        {
            others[subject] = await subjects.MakeAsync(subject, stranger);
        }

        foreach (var person in persons)
        {
            var token = await TokenAsync(person);
            var before = await DatabaseContent.HashAsync(Site);

            foreach (var route in routes.Where(route => RouteRules.All.ContainsKey(route.Name)))
            {
                var rule = RouteRules.All[route.Name];

                if (rule.Subject == Subject.Nothing && person.May(rule.Permission))
                {
                    continue;
                }

                var missing = await CallAsync(person, route, Subjects.Missing(rule.Subject), token, isDenied: true);

                if (!person.May(rule.Permission))
                {
                    ExpectRefused(person, route, "what is missing", missing);
                    ExpectRefused(person, route, "another's", await CallAsync(person, route, others[rule.Subject], token, isDenied: true));
                }
                else
                {
                    Expect(Is(missing, rule), person, route, "what is missing", missing);

                    if (IsOutOfReach(person, rule.Subject))
                    {
                        var other = await CallAsync(person, route, others[rule.Subject], token, isDenied: true);
                        Expect(Plain(other) == Plain(missing), person, route, "another's, which differs from what is missing: " + Difference(Plain(other), Plain(missing)), other);
                    }
                }
            }

            _findings.AddRange((await DatabaseContent.HashAsync(Site)).Except(before).Select(table => $"{person.Name} has changed {table}"));

            person.Dispose();
        }

        Assert.True(_findings.Count == 0, $"{_findings.Count}\n{string.Join('\n', _findings.Take(40))}");
    }

    [Fact]
    [Seed("O16", "T2")]
    public async Task WhatOneMayDoIsDoneOnWhatIsInReach()
    {
        var routes = await ModuleRoute.FindAsync(Site);
        var subjects = new Subjects(Site);

        foreach (var person in await Person.AllAsync(Site))
        {
            var token = await TokenAsync(person);

            foreach (var route in routes.Where(route => RouteRules.All.TryGetValue(route.Name, out var rule) && person.May(rule.Permission)))
            {
                var page = await CallAsync(person, route, await subjects.MakeAsync(RouteRules.All[route.Name].Subject, person.UserId), token, isDenied: false);
                Expect((int)page.Status < 400 && !LeadsToLogin(page), person, route, "one's own", page);
            }

            person.Dispose();
        }

        Assert.True(_findings.Count == 0, $"{_findings.Count}\n{string.Join('\n', _findings.Take(40))}");
    }

    /// <summary>Whether somebody else's is out of this person's reach.</summary>
    private static bool IsOutOfReach(Person person, Subject subject) => subject switch
    {
        Subject.Customer or Subject.Note or Subject.Address => person.IsScoped,
        Subject.Job => !person.May(CustomersPermissions.ManageCustomerSettings),
        Subject.View => person.Name != "administrator",
        _ => false,
    };

    /// <summary>What does not exist is 404, or leads back; what was asked for shows nowhere.</summary>
    private static bool Is(SitePage missing, RouteRule rule)
        => rule.LeadsAway ? missing.Status is HttpStatusCode.Redirect && !LeadsToLogin(missing) : missing.Status is HttpStatusCode.NotFound;

    private static bool LeadsToLogin(SitePage page) => page.Location.StartsWith("/Login", StringComparison.OrdinalIgnoreCase);

    private void ExpectRefused(Person person, ModuleRoute route, string what, SitePage page)
        => Expect(person.IsAnonymous ? LeadsToLogin(page) : page.Status == HttpStatusCode.Forbidden, person, route, what, page);

    private void Expect(bool holds, Person person, ModuleRoute route, string what, SitePage page)
    {
        if (!holds)
        {
            _findings.Add($"{person.Name}, {route}, {what}: {(int)page.Status} {page.Location}");
        }
    }

    /// <param name="isDenied">Whether nothing should come of it; then nothing is sent that would be kept of the user's own.</param>
    private static Task<SitePage> CallAsync(Person person, ModuleRoute route, Dictionary<string, string> values, string token, bool isDenied)
    {
        var path = route.PathWith(values);

        return route.Method == "GET" ? person.User.GetAsync(path)
            : person.User.PostAsync(path, [(TokenName, token), .. isDenied ? [] : RouteRules.FieldsOf(route.Name)]);
    }

    /// <summary>A token that the site accepts from this user.</summary>
    private static async Task<string> TokenAsync(Person person)
    {
        foreach (var path in new[] { "/Admin/Customers/Create", "/Admin", "/Login" })
        {
            if (Token().Match((await person.User.GetAsync(path)).Html) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }
        }

        throw new InvalidOperationException($"There is no token for {person.Name}.");
    }

    /// <summary>Where two answers part.</summary>
    private static string Difference(string one, string other)
    {
        var place = Math.Max(0, one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count() - 60);

        return $"{one.AsSpan(place, Math.Min(160, one.Length - place))} / {other.AsSpan(place, Math.Min(160, other.Length - place))}";
    }

    /// <summary>An answer without what is new in each: tokens, the ids that were asked for or just made, those that the real menu rolls, and when it was drawn.</summary>
    private static string Plain(SitePage page)
        => $"{page.Status} {Fresh().Replace(page.Location, "#")}\n{Fresh().Replace(page.Html, "#")}";

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("CfDJ8[\\w-]+|[0-9]{2}:[0-9]{2}:[0-9]{2} GMT|\\b[0-9a-f]{32}\\b|\\b[0-9a-z]{26}\\b|\\bm[0-9]+\\b|(?<=%2F)[0-9a-z]{26,32}(?![0-9a-z])|(?<=Notes/|Notes%2F|note=)[0-9]+")]
    private static partial Regex Fresh();
}

public sealed class SqliteAuthorizationMatrixTests(SqliteSite site) : AuthorizationMatrixTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresAuthorizationMatrixTests(PostgresSite site) : AuthorizationMatrixTests(site), IClassFixture<PostgresSite>;
