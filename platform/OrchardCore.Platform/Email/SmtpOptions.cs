using OrchardCore.Hosting;

namespace OrchardCore.Email;

internal enum SmtpDeliveryMethod
{
    Network,
    SpecifiedPickupDirectory,
}

/// <summary>How mails are sent, from the section <c>OrchardCore_Email_Smtp</c> of the configuration.</summary>
internal sealed class SmtpOptions
{
    public string DefaultSender { get; set; }

    public SmtpDeliveryMethod DeliveryMethod { get; set; }

    public string Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>A folder below <c>Emails</c> among the site's files; that folder itself, when it is empty.</summary>
    public string PickupDirectoryLocation { get; set; }

    public bool IsEnabled => !string.IsNullOrEmpty(DefaultSender) && (DeliveryMethod == SmtpDeliveryMethod.SpecifiedPickupDirectory || !string.IsNullOrEmpty(Host));

    public string PickupDirectory(TenantSettings settings)
    {
        var root = Path.GetFullPath(Path.Combine(settings.Folder, "Emails"));
        var folder = Path.GetFullPath(Path.Combine(root, (PickupDirectoryLocation ?? "").TrimStart('/')));

        return folder == root || folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? folder
            : throw new InvalidOperationException("The SMTP pickup directory is outside of the site's files.");
    }
}
