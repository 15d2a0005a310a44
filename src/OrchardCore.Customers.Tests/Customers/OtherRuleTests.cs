using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A merchant's rule on a field of his own sees what was typed, and its answer stands beside that field.</summary>
public sealed class OtherRuleTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
        => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [CustomFieldTests.Definition], services => services.AddScoped<ICustomerRule, NicknameRule>());

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ItSeesWhatWasTyped()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        const string Create = "/Admin/Customers/Create";

        var refused = await admin.SubmitAsync(Create, ("CustomerPart.ContactName", "Ruled"), ("Customer.Nickname.Text", "Bad"));
        Assert.Contains("This nickname is taken.", refused.Text, StringComparison.Ordinal);

        var saved = await admin.SubmitAsync(Create, ("CustomerPart.ContactName", "Ruled"), ("Customer.Nickname.Text", "Good"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    private sealed class NicknameRule : ICustomerRule
    {
        public Task CheckAsync(CustomerRuleContext context)
        {
            foreach (var customer in context.Customers)
            {
                var nickname = JsonSerializer.SerializeToNode(customer)?["Customer"]?["Nickname"]?["Text"]?.ToString();

                if (nickname is null or "" or "Bad")
                {
                    context.Fail(customer, "Customer.Nickname.Text", new LocalizedString("taken", "This nickname is taken."));
                }
            }

            return Task.CompletedTask;
        }
    }
}
