using Microsoft.Extensions.Localization;

namespace OrchardCore.Infrastructure;

public class ResultError
{
    /// <summary>What the error is about, for example the field of a form.</summary>
    public string Key { get; set; }

    public LocalizedString Message { get; set; }
}
