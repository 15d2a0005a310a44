using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using YesSql;

namespace OrchardCore.Customers.Accounts;

/// <summary>The Orchard users that are customers' accounts.</summary>
internal sealed class AccountUsers(
    UserManager<IUser> users,
    ISiteService siteService,
    ISession session,
    IContentManager contentManager,
    CustomerAccountLink link,
    AccountTexts texts)
{
    private const int SuffixLength = 8;

    public async Task<User?> FindAsync(string? userId) => string.IsNullOrEmpty(userId) ? null : await users.FindByIdAsync(userId) as User;

    public async Task<User?> FindByEmailAsync(string email) => await users.FindByEmailAsync(email) as User;

    /// <summary>
    /// Whether the user is a customer's account and nothing else. One with other roles is somebody of the site: links for
    /// customers never set such a user's password, address or state.
    /// </summary>
    public async Task<bool> IsCustomerOnlyAsync(User user)
        => user.RoleNames.All(role => role.Equals(CustomersConstants.Roles.Customer, StringComparison.OrdinalIgnoreCase))
            && user.UserId != (await siteService.GetSiteSettingsAsync()).SuperUser;

    /// <summary>Makes the account of a customer who has proved to have the address.</summary>
    public async Task<(User? User, Result Result)> CreateAsync(ContentItem customer, string email)
    {
        var user = new User
        {
            UserName = await NameAsync(customer.GetOrCreate<CustomerPart>()),
            Email = email,
            EmailConfirmed = true,
            IsEnabled = true,
            RoleNames = [CustomersConstants.Roles.Customer],
        };
        var created = await users.CreateAsync(user);

        return created.Succeeded ? (user, await LinkAsync(customer, user.UserId)) : (null, texts.Explain(created.Errors));
    }

    /// <summary>Makes a user of the site the account of a customer who has the same address.</summary>
    public async Task<Result> AttachAsync(ContentItem customer, User user)
    {
        user.EmailConfirmed = true;

        if (!user.RoleNames.Contains(CustomersConstants.Roles.Customer, StringComparer.OrdinalIgnoreCase))
        {
            user.RoleNames.Add(CustomersConstants.Roles.Customer);
        }

        var updated = await users.UpdateAsync(user);

        return updated.Succeeded ? await LinkAsync(customer, user.UserId) : texts.Explain(updated.Errors);
    }

    /// <summary>What is wrong with a password by the site's rules.</summary>
    public async Task<Result> CheckRulesAsync(User? user, string password)
    {
        var errors = new List<IdentityError>();

        foreach (var validator in users.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, user ?? new User(), password)).Errors);
        }

        return errors.Count == 0 ? Result.Success() : texts.Explain(errors);
    }

    /// <summary>Sets the password of a customer who has proved to have the address; sessions end, and so does a lockout.</summary>
    public async Task<Result> SetPasswordAsync(User user, string password)
    {
        user.EmailConfirmed = true;
        var set = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);

        if (set.Succeeded && await users.IsLockedOutAsync(user))
        {
            set = await users.SetLockoutEndDateAsync(user, null);
        }

        if (set.Succeeded && await users.GetAccessFailedCountAsync(user) > 0)
        {
            set = await users.ResetAccessFailedCountAsync(user);
        }

        return set.Succeeded ? Result.Success() : texts.Explain(set.Errors);
    }

    public async Task<Result> ChangePasswordAsync(User user, string current, string password)
    {
        var changed = await users.ChangePasswordAsync(user, current, password);

        return changed.Succeeded ? Result.Success() : texts.Explain(changed.Errors);
    }

    /// <summary>Whether somebody knows the password; failures count as they do at the log-in.</summary>
    public async Task<Result> CheckPasswordAsync(User user, string password)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return texts.LockedOut;
        }

        if (await users.CheckPasswordAsync(user, password))
        {
            return Result.Success();
        }

        await users.AccessFailedAsync(user);

        return texts.WrongPassword;
    }

    public async Task<Result> EndSessionsAsync(User user)
    {
        var ended = await users.UpdateSecurityStampAsync(user);

        return ended.Succeeded ? Result.Success() : texts.Explain(ended.Errors);
    }

    /// <summary>The account has the customer's address from now on, and is no longer logged in.</summary>
    public async Task<Result> FollowAsync(User user, string email, bool isConfirmed)
    {
        user.EmailConfirmed = isConfirmed;
        user.Email = email;
        var changed = await users.UpdateSecurityStampAsync(user);

        return changed.Succeeded ? Result.Success() : texts.Explain(changed.Errors);
    }

    /// <summary>Lets an account log in, or not any more.</summary>
    public async Task EnableAsync(User user, bool isEnabled)
    {
        user.IsEnabled = isEnabled;
        await users.UpdateSecurityStampAsync(user);
    }

    /// <summary>Takes the account off a customer and deletes it; a user of the site stays one.</summary>
    public async Task<Result> DetachAsync(ContentItem customer, User? user)
    {
        var unlinked = await LinkAsync(customer, userId: null);

        return unlinked.Succeeded && user is not null ? await RemoveAsync(user) : unlinked;
    }

    /// <summary>Deletes an account that is a customer's and nothing else; a user of the site only stops being a customer.</summary>
    public async Task<Result> RemoveAsync(User user)
    {
        var removed = await IsCustomerOnlyAsync(user)
            ? await users.DeleteAsync(user)
            : await users.RemoveFromRoleAsync(user, CustomersConstants.Roles.Customer);

        return removed.Succeeded ? Result.Success() : texts.Explain(removed.Errors);
    }

    /// <summary>Saves a customer with an account or without, whatever the rules say of the rest of the record.</summary>
    private async Task<Result> LinkAsync(ContentItem customer, string? userId)
    {
        link.Change(customer, userId);
        await SaveAsync(customer);

        return Result.Success();
    }

    /// <summary>Saves what was changed for the account's sake, unless somebody else saved the customer meanwhile.</summary>
    public async Task SaveAsync(ContentItem customer)
    {
        await session.SaveAsync(customer, checkConcurrency: true);
        await contentManager.UpdateAsync(customer);
    }

    /// <summary>The customer's number, by which the site's users are told apart; with something behind it when that name is taken.</summary>
    private async Task<string> NameAsync(CustomerPart part)
    {
        var allowed = users.Options.User.AllowedUserNameCharacters;
        var name = string.Concat((part.Number ?? part.ContentItem.ContentItemId).Select(letter => string.IsNullOrEmpty(allowed) || allowed.Contains(letter, StringComparison.Ordinal) ? letter : '-'));

        return await users.FindByNameAsync(name) is null ? name : $"{name}-{Guid.NewGuid().ToString("N")[..SuffixLength]}";
    }
}
