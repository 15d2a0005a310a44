using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Razor;

/// <summary>The title of the page that is being made.</summary>
internal sealed class PageTitle
{
    private static readonly HtmlString Dash = new(" - ");

    private readonly List<(IHtmlContent Segment, string Position)> _segments = [];

    public void Add(IHtmlContent segment, string position) => _segments.Add((segment, position));

    public IHtmlContent ToHtml(IHtmlContent separator)
    {
        var html = new HtmlContentBuilder();

        foreach (var (segment, _) in _segments.OrderBy(item => item.Position, PositionComparer.Instance))
        {
            html.AppendHtml(html.Count > 0 ? separator ?? Dash : HtmlString.Empty).AppendHtml(segment);
        }

        return html;
    }
}
