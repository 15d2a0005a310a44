namespace YesSql;

/// <summary>A row of a document table.</summary>
public class Document
{
    public long Id { get; set; }

    public string Type { get; set; }

    public string Content { get; set; }

    /// <summary>Raised by checked saves only.</summary>
    public long Version { get; set; }
}

public class ConcurrencyException(Document document)
    : Exception($"The document with Id '{document.Id}' and type '{document.Type}' could not be updated as it has been changed by another process.");
