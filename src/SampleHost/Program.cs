using OrchardCore.Recipes;
using SampleHost;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRecipeExecutionStep<SampleAccountsStep>();
builder.Services
    .AddOrchardCms()
    .AddSetupFeatures("OrchardCore.AutoSetup");

var app = builder.Build();

app.UseOrchardCore();

await app.StartAsync();

// Orchard sets a site up at its first request, and wakes it at its first request after a restart. This is that request.
var binding = BindingAddress.Parse(app.Urls.First());
var host = binding.Host is "*" or "+" or "[::]" or "0.0.0.0" ? "localhost" : binding.Host;
var address = $"{binding.Scheme}://{host}:{binding.Port}{binding.PathBase}";

using (var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(5) })
{
    using var answer = await client.GetAsync(address);

    if ((int)answer.StatusCode >= StatusCodes.Status500InternalServerError)
    {
        Console.Error.WriteLine($"The site could not be started: {await answer.Content.ReadAsStringAsync()} The log above says why.");
        return 1;
    }
}

await WriteAheadLog.SwitchOnAsync(app.Services);

// The sample's own password is no secret. One that was set otherwise is not printed.
const string Tenant = "OrchardCore:OrchardCore_AutoSetup:Tenants:0";
var sample = new ConfigurationBuilder().SetBasePath(app.Environment.ContentRootPath).AddJsonFile("appsettings.json").Build().GetSection(Tenant);
var tenant = builder.Configuration.GetSection(Tenant);
var password = tenant["AdminPassword"] == sample["AdminPassword"] ? $" ({sample["AdminPassword"]} unless it was changed)" : "";

Console.WriteLine($"Ready: {address}/Admin/Customers");
Console.WriteLine($"Log in as {tenant["AdminUsername"]} with the password that was set up{password}.");

await app.WaitForShutdownAsync();

return 0;
