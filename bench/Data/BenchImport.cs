using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Users;
using OrchardCore.Users.Services;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>Files of made-up customers, and imports of them by the administrator.</summary>
internal static class BenchImport
{
    /// <summary>A file with the customers of so many rows from a certain one on, in 10 columns.</summary>
    /// <returns>Its path; whoever asked for it deletes it.</returns>
    public static async Task<string> WriteAsync(int first, int rows)
    {
        var path = Path.GetTempFileName();
        await using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await text.WriteAsync("Title,First Name,Middle Name,Last Name,Email,Phone,Company,Date Of Birth,Gender,Status\r\n");

        for (var row = first; row < first + rows; row++)
        {
            var part = new CustomerPart();
            CustomerData.Fill(part, row);
            await text.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{part.Title},{part.FirstName},{part.MiddleName},{part.LastName},{part.Email},{part.Phone},{part.Company},{part.DateOfBirth:O},{part.Gender},{part.Status}\r\n"));
        }

        return path;
    }

    public static Task<ClaimsPrincipal> UserAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var admin = await services.GetRequiredService<IUserService>().GetUserAsync(TestSite.Admin);

        return await services.GetRequiredService<IUserClaimsPrincipalFactory<IUser>>().CreateAsync(admin);
    });

    /// <summary>Uploads a file and says how it is imported; <see cref="RunAsync"/> does it.</summary>
    /// <returns>The id of the import.</returns>
    public static Task<string> StartAsync(TestSite site, ClaimsPrincipal user, string file, ImportOptions how) => site.InScopeAsync(async services =>
    {
        var imports = services.GetRequiredService<IImportManager>();
        await using var content = File.OpenRead(file);
        var (_, run) = await imports.UploadAsync(content, "customers.csv", user);
        var planned = await imports.PlanAsync(run!.JobId, run.Headings, how);
        var started = await imports.StartAsync(run.JobId, ImportPhase.Import, user);

        return planned.Succeeded && started.Succeeded ? run.JobId : throw new InvalidOperationException(string.Join(' ', planned.Errors.Concat(started.Errors).Select(error => error.Message.Value)));
    });

    public static Task RunAsync(TestSite site, string id, CancellationToken cancellationToken = default)
        => site.InScopeAsync(services => services.GetRequiredService<ImportRunner>().RunAsync(id, cancellationToken));
}
