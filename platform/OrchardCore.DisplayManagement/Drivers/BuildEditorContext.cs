using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>What drivers build together.</summary>
public abstract class BuildShapeContext
{
    private protected BuildShapeContext(string groupId, string htmlFieldPrefix, IUpdateModel updater)
    {
        GroupId = groupId ?? "";
        HtmlFieldPrefix = htmlFieldPrefix;
        Updater = updater;
    }

    /// <summary>Reads what was posted, and keeps the errors.</summary>
    public IUpdateModel Updater { get; }

    internal ZoneHolding Shape { get; private protected init; } = new();

    internal string GroupId { get; }

    internal string HtmlFieldPrefix { get; }

    /// <summary>Where a shape goes that is placed nowhere else; nowhere when there is none.</summary>
    internal Zone DefaultZone { get; set; }

    internal string DefaultPosition { get; set; }

    /// <summary>Asks a driver and places what it answers. One that fails is logged and left out.</summary>
    internal async Task ApplyAsync(object driver, Func<Task<IDisplayResult>> askAsync, ILogger logger)
    {
        try
        {
            if (await askAsync() is { } result)
            {
                await result.ApplyAsync(this);
            }
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Driver} failed.", driver.GetType());
        }
    }

    /// <summary>The prefix of the fields of something in this editor.</summary>
    internal string PrefixOf(string name) => string.IsNullOrEmpty(HtmlFieldPrefix) ? name : $"{HtmlFieldPrefix}.{name}";
}

public class BuildEditorContext : BuildShapeContext
{
    internal BuildEditorContext(bool isNew, string groupId, string htmlFieldPrefix, IUpdateModel updater)
        : base(groupId, htmlFieldPrefix, updater)
        => IsNew = isNew;

    /// <summary>Whether what is edited was not saved yet.</summary>
    public bool IsNew { get; }
}

public class UpdateEditorContext : BuildEditorContext
{
    internal UpdateEditorContext(bool isNew, string groupId, string htmlFieldPrefix, IUpdateModel updater)
        : base(isNew, groupId, htmlFieldPrefix, updater)
    {
    }
}

/// <summary>The platform has editors only.</summary>
public class BuildDisplayContext : BuildShapeContext
{
    private BuildDisplayContext()
        : base("", "", null)
    {
    }
}
