using OrchardCore.Modules;

namespace OrchardCore.Customers.Shared;

internal static class LocalClockExtensions
{
    /// <summary>
    /// A stored moment in the site's zone. Stored moments are UTC, whatever their kind says; only one that was imported
    /// with an offset is of the server's zone.
    /// </summary>
    public static Task<DateTimeOffset> ToSiteZoneAsync(this ILocalClock clock, DateTime stored)
        => clock.ConvertToLocalAsync(new DateTimeOffset(stored.Kind == DateTimeKind.Local ? stored.ToUniversalTime() : DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
