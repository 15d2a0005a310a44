namespace OrchardCore.Email;

/// <summary>A mail, sent by the site's own address.</summary>
public class MailMessage
{
    /// <summary>One address, or several with commas between.</summary>
    public string To { get; set; }

    public string Subject { get; set; }

    public string HtmlBody { get; set; }

    public string TextBody { get; set; }
}
