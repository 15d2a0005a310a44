namespace OrchardCore.Modules;

public interface IClock
{
    DateTime UtcNow { get; }
}

/// <summary>Time as it is where the site says to be.</summary>
public interface ILocalClock
{
    Task<DateTimeOffset> ConvertToLocalAsync(DateTimeOffset dateTimeOffset);
}
