namespace OrchardCore.Customers.Sites;

/// <summary>What another feature keeps of sites. Register it as a scoped service.</summary>
public interface IStoreSiteDependent
{
    /// <summary>The site is deleted. What is done about that is saved in the same transaction, which the caller flushes: both stay, or neither does.</summary>
    /// <param name="code">As the site has it.</param>
    Task RemovedAsync(string code);
}
