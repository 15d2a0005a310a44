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

    /// <summary>The moment, in UTC, at which a day that is the last one of something is over in the site's zone.</summary>
    public static Task<DateTime> EndOfDayAsync(this ILocalClock clock, DateOnly day) => clock.BeginningOfDayAsync(day.AddDays(1));

    /// <summary>The moment, in UTC, at which a day begins in the site's zone.</summary>
    public static async Task<DateTime> BeginningOfDayAsync(this ILocalClock clock, DateOnly day)
    {
        var midnight = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);

        // The zone's offset at about that moment says the moment, and the offset then is the right one: clocks may be put
        // forward or back in between.
        var offset = (await clock.ConvertToLocalAsync(new DateTimeOffset(midnight))).Offset;
        offset = (await clock.ConvertToLocalAsync(new DateTimeOffset(midnight - offset))).Offset;

        return midnight - offset;
    }

    /// <summary>The last day of something that ends at that moment, in the site's zone.</summary>
    public static async Task<DateOnly> LastDayAsync(this ILocalClock clock, DateTime utc)
        => DateOnly.FromDateTime((await clock.ToSiteZoneAsync(utc.AddTicks(-1))).DateTime);
}
