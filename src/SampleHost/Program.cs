var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddOrchardCms()
    .AddSetupFeatures("OrchardCore.AutoSetup");

var app = builder.Build();

app.UseStaticFiles();
app.UseOrchardCore();

await app.StartAsync();

// Orchard sets a site up, and wakes it later, at its first request. This is the first one.
var address = app.Urls.First().Replace("[::]", "localhost").Replace("0.0.0.0", "localhost");
using (var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) })
{
    (await client.GetAsync("/Login")).EnsureSuccessStatusCode();
}

var tenant = builder.Configuration.GetSection("OrchardCore:OrchardCore_AutoSetup:Tenants:0");
Console.WriteLine($"Ready: {address}/Admin/Customers");
Console.WriteLine($"Log in as {tenant["AdminUsername"]} with the password that was set up ({tenant["AdminPassword"]} unless it was changed).");

await app.WaitForShutdownAsync();
