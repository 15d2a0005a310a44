namespace OrchardCore.Customers.Sites;

/// <summary>What another feature shows and does on the form of a site, below its fields. Register it as a scoped service.</summary>
public interface IStoreSiteSection
{
    /// <summary>The partial view in <c>Views/Shared</c> that draws the model; a form of its own is not inside the site's.</summary>
    string ViewName { get; }

    /// <summary>What the view draws for a site that is saved.</summary>
    Task<object> BuildAsync(StoreSite site);
}
