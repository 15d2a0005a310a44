namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Names of the admin routes of assisted buying.</summary>
public static class AssistRoutes
{
    /// <summary>Asks where and why, and leads to the storefront; its <c>id</c> is the customer's content item id.</summary>
    public const string Start = "CustomersAssist";

    /// <summary>All that was changed in the session with the id <c>sessionId</c>; <c>pagenum</c> turns the pages.</summary>
    public const string Log = "CustomersAssistLog";

    /// <summary>Ends the session with the id <c>sessionId</c>: a POST.</summary>
    public const string Revoke = "CustomersAssistRevoke";

    /// <summary>Makes a secret for the storefront of the site with the <c>code</c>, and shows it once: a POST.</summary>
    public const string ReplaceSecret = "CustomerSitesSecret";

    /// <summary>Takes that secret back: a POST.</summary>
    public const string RevokeSecret = "CustomerSitesSecretRevoke";
}
