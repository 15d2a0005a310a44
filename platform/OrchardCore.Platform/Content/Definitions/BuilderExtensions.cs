using OrchardCore.ContentManagement.Metadata.Builders;

namespace OrchardCore.ContentManagement.Metadata.Settings;

public static class ContentTypeSettingsExtensions
{
    /// <summary>Gives the type permissions of its own beside those on all content.</summary>
    public static ContentTypeDefinitionBuilder Securable(this ContentTypeDefinitionBuilder builder, bool securable = true)
        => builder.MergeSettings<ContentTypeSettings>(settings => settings.Securable = securable);

    /// <summary>Names what items of the type are, apart from plain content: lists of all content leave them out.</summary>
    public static ContentTypeDefinitionBuilder Stereotype(this ContentTypeDefinitionBuilder builder, string stereotype)
        => builder.MergeSettings<ContentTypeSettings>(settings => settings.Stereotype = stereotype);

    public static ContentTypeDefinitionBuilder WithDescription(this ContentTypeDefinitionBuilder builder, string description)
        => builder.MergeSettings<ContentTypeSettings>(settings => settings.Description = description);
}

public static class ContentPartSettingsExtensions
{
    public static ContentPartDefinitionBuilder WithDescription(this ContentPartDefinitionBuilder builder, string description)
        => builder.With(settings => settings.Description = description);

    public static ContentPartDefinitionBuilder WithDisplayName(this ContentPartDefinitionBuilder builder, string description)
        => builder.With(settings => settings.DisplayName = description);

    private static ContentPartDefinitionBuilder With(this ContentPartDefinitionBuilder builder, Action<ContentPartSettings> change)
    {
        SettingsNode.Change(builder.Settings, change);

        return builder;
    }
}

public static class ContentTypePartSettingsExtensions
{
    /// <summary>Where the part stands among the others.</summary>
    public static ContentTypePartDefinitionBuilder WithPosition(this ContentTypePartDefinitionBuilder builder, string position)
    {
        SettingsNode.Change<ContentTypePartSettings>(builder.Settings, settings => settings.Position = position);

        return builder;
    }
}
