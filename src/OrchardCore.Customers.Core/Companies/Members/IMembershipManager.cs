using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// Attaches customers to companies, changes what they are there, and takes them off. It flushes what it saves and answers with
/// a <see cref="Result"/>: the keys of its errors are names of <see cref="Membership"/> properties, or empty. When the
/// database refuses, the session is cancelled. Who asks may not grant more than it may manage: roles besides the company's
/// default one, and the group Admin, take the permission to manage roles.
/// </summary>
public interface IMembershipManager
{
    /// <summary>The customer's membership in a company; <see langword="null"/> when there is none.</summary>
    Task<Membership?> FindAsync(string customerId, string companyId);

    /// <summary>Some of a customer's memberships: the default one first, then in the order of their beginning.</summary>
    Task<IReadOnlyList<Membership>> FindOfCustomerAsync(string customerId, int skip, int count);

    /// <summary>The memberships of some customers in one company.</summary>
    Task<IReadOnlyList<Membership>> FindInCompanyAsync(string companyId, IReadOnlyCollection<string> customerIds);

    /// <summary>All memberships of some customers, at most <see cref="Membership.MaxPerCustomer"/> of each.</summary>
    Task<IReadOnlyList<Membership>> FindOfCustomersAsync(IReadOnlyCollection<string> customerIds);

    /// <summary>
    /// Makes the customer a member of the company. The first membership of a customer is its default. Everything is checked;
    /// the beginning and who attached the customer are written here.
    /// </summary>
    Task<Result> AttachAsync(Membership membership);

    /// <summary>
    /// Saves another unit, other roles, group, contact type or addresses, unless somebody else saved the membership since
    /// it was read: <see cref="Membership.Revision"/> is the one it was read with, and the error names it.
    /// </summary>
    Task<Result> UpdateAsync(Membership membership);

    /// <summary>Puts a member into another unit of the company.</summary>
    Task<Result> MoveAsync(string customerId, string companyId, string unitId);

    /// <summary>Lets a member do something for the company, or nothing any more. What is so already stays so.</summary>
    Task<Result> SetActiveAsync(string customerId, string companyId, bool isActive);

    /// <summary>Makes a membership the one the customer buys by unless another is chosen.</summary>
    Task<Result> SetDefaultAsync(string customerId, string companyId);

    /// <summary>Takes the customer off the company. Of the remaining memberships the oldest becomes the default. Who is no member is detached.</summary>
    Task<Result> DetachAsync(string customerId, string companyId);
}
