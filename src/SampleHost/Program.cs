var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddOrchardCms()
    .AddSetupFeatures("OrchardCore.AutoSetup");

var app = builder.Build();

app.UseOrchardCore();

await app.StartAsync();

// Orchard sets a site up at its first request, and wakes it at its first request after a restart. This is that request.
var address = app.Urls.First().Replace("[::]", "localhost").Replace("0.0.0.0", "localhost");
using (var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(5) })
{
    using var answer = await client.GetAsync(address);

    if ((int)answer.StatusCode >= StatusCodes.Status500InternalServerError)
    {
        Console.Error.WriteLine($"The site could not be started: {await answer.Content.ReadAsStringAsync()} The log above says why.");
        return 1;
    }
}

var tenant = builder.Configuration.GetSection("OrchardCore:OrchardCore_AutoSetup:Tenants:0");
Console.WriteLine($"Ready: {address}/Admin/Customers");
Console.WriteLine($"Log in as {tenant["AdminUsername"]} with the password that was set up ({tenant["AdminPassword"]} unless it was changed).");

await app.WaitForShutdownAsync();

return 0;
