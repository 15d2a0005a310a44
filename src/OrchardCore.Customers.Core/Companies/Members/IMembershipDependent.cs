namespace OrchardCore.Customers.Companies.Members;

/// <summary>Something that is kept of memberships, and told before one goes. Register it as a scoped service.</summary>
public interface IMembershipDependent
{
    /// <summary>
    /// The membership is about to be deleted, in this session: the customer is taken off the company, or deleted. When the
    /// company goes with all its members, an <see cref="ICompanyDependent"/> hears it, once.
    /// </summary>
    Task DetachingAsync(Membership membership);

    /// <summary>Two customers turn out to be one, in this session: what the first has to do with companies is the second's from now on. Its memberships go afterwards.</summary>
    Task MergingAsync(string customerId, string intoCustomerId);
}
