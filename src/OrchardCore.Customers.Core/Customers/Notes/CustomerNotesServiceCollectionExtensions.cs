using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;

namespace OrchardCore.Customers.Notes;

internal static class CustomerNotesServiceCollectionExtensions
{
    /// <summary>Adds the notes on customers.</summary>
    public static IServiceCollection AddCustomerNotes(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<CustomerNoteHandler>();
        services.AddIndexProvider<CustomerNoteIndexProvider>();
        services.AddScoped<CustomerNoteManager>();
        services.AddScoped<ICustomerNoteManager>(services => services.GetRequiredService<CustomerNoteManager>());

        return services;
    }
}
