using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// A company that all customers but one belong to, next to one with a page of people: what their pages ask of the database, and
/// what the question costs whether a member may do something.
/// </summary>
internal sealed class CompaniesSuite : IBenchSuite
{
    /// <summary>More than a page of people has.</summary>
    private const int FewMembers = 30;

    private static readonly MinorAmount Amount = new(12_345, "EUR");

    public string Name => "companies";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var clock = Stopwatch.StartNew();
        await using var site = await BenchSite.StartAsync(options.Database, options.Rows, CustomersConstants.Features.Companies);
        var few = await BenchCompany.LoadAsync(site, "Few", Math.Min(FewMembers, options.Rows), isDefault: false);
        var many = await BenchCompany.LoadAsync(site, "Many", options.Rows - 1, isDefault: true);
        var stranger = await StrangerAsync(site);
        report.Note("companies.data", $"{options.Rows - 1:N0} members, of whom {FewMembers} belong to another company as well; with set-up {clock.Elapsed.TotalSeconds:0} s");

        using var visitor = await Visitor.LogInAsync(site);
        await BrowseAsync("people", company => $"/Admin/Companies/{company.Id}?tab=people", visitor);
        await BrowseAsync("company", company => $"/Admin/Companies/{company.Id}", visitor);
        await BrowseAsync("attach", company => $"/Admin/Customers/{stranger}/Companies/Attach?company={company.Id}", visitor);
        await AskAsync(site, many, options, report);
        await DeleteAsync(site, many, report);

        async Task BrowseAsync(string page, Func<BenchCompany, string> path, Visitor reader)
        {
            // The first time a page also asks for what is remembered afterwards.
            await reader.GetAsync(path(few));
            await reader.GetAsync(path(many));
            var statements = (await site.StatementsAsync(_ => reader.GetAsync(path(many)))).Count;
            report.Add($"companies.{page}.statements", statements, "SQL statements");
            report.Add($"companies.{page}.more", statements - (await site.StatementsAsync(_ => reader.GetAsync(path(few)))).Count, $"more than with {FewMembers} members");

            var growth = await Duel.FightAsync(() => reader.GetAsync(path(many)), () => reader.GetAsync(path(few)), options.Rounds);
            report.Add($"companies.{page}.ms", growth.First, "ms for the page over HTTP");
            report.Add($"companies.{page}.growth", growth.Ratio, $"times {FewMembers} members");
        }
    }

    /// <summary>The one customer who belongs to none of the companies: the last.</summary>
    private static Task<string> StrangerAsync(BenchSite site) => site.InScopeAsync(async services =>
        (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderByDescending(index => index.ContactName).Take(1).ListAsync()).Single().ContentItemId);

    /// <summary>The question beside its own statements, run by the database's driver alone: what is left is ours.</summary>
    private static async Task AskAsync(BenchSite site, BenchCompany company, BenchOptions options, BenchReport report)
    {
        var statements = await site.StatementsAsync(services => MayAsync(services, company));
        report.Add("companies.may.statements", statements.Count + 1, "SQL statements, with the one that YesSql does not log");

        var asked = await Duel.FightAsync(() => AskAsync(site, company), () => ReadRawAsync(site, company), options.Rounds);
        report.Add("companies.may.ms", asked.First, "ms by the module");
        report.Add("companies.may.raw.ms", asked.Second, "ms by raw SQL");
        report.Add("companies.may.own.ms", asked.First - asked.Second, "ms of our own");
    }

    private static Task<TimeSpan> AskAsync(BenchSite site, BenchCompany company) => site.InScopeAsync(async services =>
    {
        var start = Stopwatch.GetTimestamp();
        await MayAsync(services, company);

        return Stopwatch.GetElapsedTime(start);
    });

    private static async Task MayAsync(IServiceProvider services, BenchCompany company)
    {
        var answer = await services.GetRequiredService<ICompanyAuthorization>().MayAsync(company.Member, company.Id, CompanyPermissionNames.BuyUpTo, Amount);

        if (!answer.IsAllowed || answer.Role is null)
        {
            throw new InvalidOperationException($"The member may not buy: {answer.Reason}");
        }
    }

    /// <summary>The same rows by two statements, read as text.</summary>
    private static async Task<TimeSpan> ReadRawAsync(BenchSite site, BenchCompany company)
    {
        await using var connection = site.NewConnection();
        var start = Stopwatch.GetTimestamp();
        await connection.OpenAsync();
        await ReadAsync("""
            select d."Content", c."Status", c."IsActive", c."IsBlocked" from "MembershipIndex" m
            join "Document" d on d."Id" = m."DocumentId" join "CompanyIndex" c on c."ContentItemId" = m."CompanyId" where m."MemberKey" = @key
            """, Membership.KeyOf(company.Id, company.Member));
        await ReadAsync("""select d."Content" from "Customers_CompanyRoleIndex" r join "Customers_Document" d on d."Id" = r."DocumentId" where r."CompanyId" = @key""", company.Id);

        return Stopwatch.GetElapsedTime(start);

        async Task ReadAsync(string sql, string key)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@key", key);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = 0;

            while (await reader.ReadAsync())
            {
                _ = reader.GetString(0);
                rows++;
            }

            if (rows == 0)
            {
                throw new InvalidOperationException("The raw statement finds nothing.");
            }
        }
    }

    private static async Task DeleteAsync(BenchSite site, BenchCompany company, BenchReport report)
    {
        var clock = Stopwatch.StartNew();
        var result = await site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICompanyManager>();

            return await manager.DeleteAsync((await manager.FindAsync(company.Id))!);
        });

        report.Add("companies.delete.seconds", clock.Elapsed.TotalSeconds, result.Succeeded ? $"s to delete the company with its {site.Rows - 1:N0} memberships" : "s until deleting was refused");
    }
}
