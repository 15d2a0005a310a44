using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>Something that happens to a content item; handlers are called by the type of it.</summary>
public class ContentContextBase
{
    private protected ContentContextBase(ContentItem contentItem) => ContentItem = contentItem;

    public ContentItem ContentItem { get; private set; }
}

public class CreateContentContext : ContentContextBase
{
    internal CreateContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }
}

public class UpdateContentContext : ContentContextBase
{
    internal UpdateContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }
}

public class ValidateContentContext : ContentContextBase
{
    private protected ValidateContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }

    internal ContentValidateResult ContentValidateResult { get; } = new();
}

public class ValidateContentPartContext : ValidateContentContext
{
    internal ValidateContentPartContext(ContentItem contentItem, ContentTypePartDefinition definition)
        : base(contentItem)
        => ContentTypePartDefinition = definition;

    internal ContentTypePartDefinition ContentTypePartDefinition { get; }
}

public class ContentValidateResult
{
    private readonly List<ValidationResult> _errors = [];

    public IReadOnlyList<ValidationResult> Errors => _errors;

    public bool Succeeded => _errors.Count == 0;

    internal void Fail(ValidationResult error) => _errors.Add(error);
}

public static class ValidateContentPartContextExtensions
{
    /// <summary>Refuses the item because of one property of the part.</summary>
    public static void Fail(this ValidateContentPartContext context, string errorMessage, string propertyName)
    {
        string[] members = propertyName is null ? [] : [$"{context.ContentTypePartDefinition.Name}.{propertyName}"];
        context.ContentValidateResult.Fail(new ValidationResult(errorMessage, members));
    }
}
