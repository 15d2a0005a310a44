using System.Text;
using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>A mail that a site has put into its pickup folder, by whichever library it was written.</summary>
internal sealed partial record TestMail(string To, string Subject, string Text, string Html)
{
    private const int MaxAttempts = 100;

    /// <summary>Where the mail leads; empty when nowhere.</summary>
    public string Link => Links().Match(Text).Value;

    /// <summary>The code in the link; empty when the mail has none.</summary>
    public string Code => Link.Split("code=") is [_, var code] ? Uri.UnescapeDataString(code) : "";

    public static TestMail Read(string file)
    {
        var (head, body) = Split(ReadText(file).ReplaceLineEndings("\n"));
        var parts = Parts(head, body).ToList();

        return new TestMail(Header(head, "To"), Decode(Header(head, "Subject")), Of("text/plain"), Of("text/html"));

        string Of(string type) => parts.Find(part => part.Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)).Content ?? "";
    }

    /// <summary>While a mail is written, nobody else may open its file.</summary>
    private static string ReadText(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return File.ReadAllText(file, Encoding.UTF8);
            }
            catch (IOException) when (attempt < MaxAttempts)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    private static IEnumerable<(string Type, string Content)> Parts(string head, string body)
    {
        var type = Header(head, "Content-Type");

        if (Boundaries().Match(type) is not { Success: true } boundary)
        {
            return [(type, Decode(body, Header(head, "Content-Transfer-Encoding")))];
        }

        return body.Split("--" + boundary.Groups["value"].Value)[1..^1].Select(part => Split(part.TrimStart('\n'))).SelectMany(part => Parts(part.Head, part.Body));
    }

    private static (string Head, string Body) Split(string text)
        => text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? (Folds().Replace(text[..end], " "), text[(end + 2)..]) : (text, "");

    private static string Header(string head, string name)
        => head.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : "";

    private static string Decode(string body, string encoding) => encoding.ToUpperInvariant() switch
    {
        "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim())).ReplaceLineEndings("\n"),
        "QUOTED-PRINTABLE" => Quoted(body.Replace("=\n", "", StringComparison.Ordinal)),
        _ => body,
    };

    /// <summary>The encoded words of a header (RFC 2047).</summary>
    private static string Decode(string header) => Words().Replace(header, word => word.Groups["kind"].Value is "b" or "B"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
        : Quoted(word.Groups["text"].Value.Replace('_', ' ')));

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '=' && index + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(index + 1, 2), 16));
                index += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[index].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();

    [GeneratedRegex("boundary=\"?(?<value>[^\";]+)\"?")]
    private static partial Regex Boundaries();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[bBqQ])\?(?<text>[^?]*)\?=(\s+(?==\?))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
