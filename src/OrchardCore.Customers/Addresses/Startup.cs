using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Tabs;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Addresses;

[Feature(CustomersConstants.Features.Customers)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<AddressBookPart>().UseDisplayDriver<AddressBookPartDisplayDriver>();
        services.AddScoped<AddressFieldsBuilder>();
        services.AddScoped<AddressCards>();
        services.AddScoped<AddressConflicts>();
        services.AddScoped<AddressPages>();
        services.AddScoped<AddressLists>();
        services.AddScoped<ICustomerTab, AddressesTab>();
        services.AddScoped<ICustomerAction, AddNewAddressAction>();
        services.AddScoped<SkippedChecks>();
        services.AddScoped<ICustomerRule, SkippedCheckRule>();
    }
}
