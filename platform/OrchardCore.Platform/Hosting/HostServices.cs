using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OrchardCore.Hosting;

/// <summary>The services of the application, for sites to begin with. Singletons are shared, everything else is made anew.</summary>
internal sealed class HostServices(IServiceCollection descriptors)
{
    public IServiceCollection ShareWith(IServiceProvider host)
    {
        IServiceCollection services = new ServiceCollection();

        foreach (var service in descriptors.Where(descriptor => !descriptor.IsKeyedService && !IsOfTheHostAlone(descriptor.ServiceType)).GroupBy(descriptor => descriptor.ServiceType))
        {
            var registered = service.ToArray();
            var instances = registered.Any(IsShared) ? host.GetServices(service.Key).ToArray() : [];

            for (var index = 0; index < registered.Length; index++)
            {
                // The site's container doesn't dispose of an instance that it didn't make.
                services.Add(IsShared(registered[index]) && instances[index] is { } instance ? ServiceDescriptor.Singleton(service.Key, instance) : registered[index]);
            }
        }

        return services;
    }

    /// <summary>Each site has endpoints of its own, so it needs routing of its own, with its options; what runs in the background runs once.</summary>
    private static bool IsOfTheHostAlone(Type type)
        => type == typeof(IHostedService)
            || type.Namespace?.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal) == true
            || type.GenericTypeArguments.Any(IsOfTheHostAlone);

    private static bool IsShared(ServiceDescriptor descriptor)
        => descriptor.Lifetime == ServiceLifetime.Singleton && !descriptor.ServiceType.IsGenericTypeDefinition;
}
