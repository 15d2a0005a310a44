using Microsoft.AspNetCore.Mvc.Localization;

namespace OrchardCore.DisplayManagement.Notify;

/// <summary>Tells the user something in the next page.</summary>
public interface INotifier
{
    internal ValueTask AddAsync(NotifyType type, LocalizedHtmlString message);
}

internal enum NotifyType
{
    Success,
    Error,
}

public static class NotifierExtensions
{
    public static ValueTask SuccessAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Success, message);

    public static ValueTask ErrorAsync(this INotifier notifier, LocalizedHtmlString message) => notifier.AddAsync(NotifyType.Error, message);
}
