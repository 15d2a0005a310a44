namespace OrchardCore.Customers.Shared;

/// <summary>What people and other systems call a thing: 1 to 66 ASCII letters, digits, <c>_</c> and <c>-</c>, compared letter by letter.</summary>
public static class CodeText
{
    public const int MaxLength = 66;

    public static bool IsCode(string? text) => IsCode(text, MaxLength);

    /// <summary>A code of at most so many characters.</summary>
    public static bool IsCode(string? text, int maxLength)
        => text is { Length: > 0 } && text.Length <= maxLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
