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

    /// <summary>Whether the item was handed to the session already.</summary>
    internal bool IsDone { get; set; }
}

public class UpdateContentContext : ContentContextBase
{
    internal UpdateContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }

    /// <summary>Whether the item was handed to the session already.</summary>
    internal bool IsDone { get; set; }
}

public class RemoveContentContext : ContentContextBase
{
    internal RemoveContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }

    /// <summary>Whether the item is gone, and not only one of its versions.</summary>
    public bool NoActiveVersionLeft { get; } = true;
}

public class ValidateContentContext : ContentContextBase
{
    private protected ValidateContentContext(ContentItem contentItem)
        : base(contentItem)
    {
    }

    public ContentValidateResult ContentValidateResult { get; } = new();
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

    public void Fail(ValidationResult error) => _errors.Add(error);
}
