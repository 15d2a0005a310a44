using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What storefronts ask.</summary>
[Feature(CustomersConstants.Features.AssistedBuying)]
[RequireFeatures(CustomersConstants.Features.Api)]
public sealed class ApiStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<StorefrontClients>();
        services.AddScoped<AssistAnswers>();
        services.AddScoped<AssistExchangeApi>();
        services.AddScoped<AssistSessionApi>();
        services.AddScoped<AssistActionApi>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapAssistedBuying();
}
