using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace OrchardCore.DisplayManagement.Notify;

/// <summary>Keeps notifications until a page shows them, be it this one or one that a redirect leads to.</summary>
internal sealed class Notifier(ITempDataDictionaryFactory tempData, IHttpContextAccessor httpContextAccessor, HtmlEncoder encoder) : INotifier
{
    private const string Key = "Notifications";

    private ITempDataDictionary Kept => tempData.GetTempData(httpContextAccessor.HttpContext);

    ValueTask INotifier.AddAsync(NotifyType type, LocalizedHtmlString message)
    {
        using var writer = new StringWriter();
        message.WriteTo(writer, encoder);
        string[] known = Kept.Peek(Key) as string[] ?? [];
        Kept[Key] = (string[])[.. known, type.ToString(), writer.ToString()];

        return ValueTask.CompletedTask;
    }

    /// <summary>The notifications, which are then gone.</summary>
    public IEnumerable<(NotifyType Type, IHtmlContent Message)> Take()
        => (Kept[Key] as string[] ?? []).Chunk(2).Select(entry => (Enum.Parse<NotifyType>(entry[0]), (IHtmlContent)new HtmlString(entry[1])));
}
