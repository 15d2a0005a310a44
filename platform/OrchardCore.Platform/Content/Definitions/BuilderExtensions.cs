using OrchardCore.ContentManagement.Metadata.Builders;

namespace OrchardCore.ContentManagement.Metadata.Settings;

public static class ContentTypeSettingsExtensions
{
    /// <summary>Gives the type permissions of its own beside those on all content.</summary>
    public static ContentTypeDefinitionBuilder Securable(this ContentTypeDefinitionBuilder builder, bool securable = true)
        => builder.MergeSettings<ContentTypeSettings>(settings => settings.Securable = securable);

    public static ContentTypeDefinitionBuilder WithDescription(this ContentTypeDefinitionBuilder builder, string description)
        => builder.MergeSettings<ContentTypeSettings>(settings => settings.Description = description);
}

public static class ContentPartSettingsExtensions
{
    /// <summary>Lets people add the part to types.</summary>
    public static ContentPartDefinitionBuilder Attachable(this ContentPartDefinitionBuilder builder, bool attachable = true)
        => builder.With(settings => settings.Attachable = attachable);

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
