using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Addresses;

internal class AddressBookManager(IStringLocalizer<AddressBookManager> S) : IAddressBookManager
{
    /// <summary>Who meets somebody else this often in a row is told.</summary>
    private const int Attempts = 8;

    /// <summary>The key of the error when somebody else saved the owner of the addresses meanwhile.</summary>
    protected virtual string RevisionKey => CustomerFields.FullName(nameof(CustomerPart.Revision));

    /// <summary>The owner of the addresses; <see langword="null"/> when there is none.</summary>
    protected virtual Task<ContentItem?> FindAsync(IServiceProvider services, string ownerId) => services.GetRequiredService<ICustomerManager>().FindAsync(ownerId);

    protected virtual Task<Result> SaveAsync(IServiceProvider services, ContentItem owner) => services.GetRequiredService<ICustomerManager>().UpdateAsync(owner);

    public Task<Result> AddAsync(string customerId, CustomerAddress address, AddressUses uses)
    {
        // The next attempt gives the same id.
        address.Id = address.Id.Trim() is { Length: > 0 } id ? id : CustomerAddress.NewId();

        return ChangeAsync(customerId, address.Id, book =>
        {
            if (book.Addresses.Any(other => other.Id.Equals(address.Id, StringComparison.OrdinalIgnoreCase)))
            {
                return Refused(nameof(CustomerAddress.Id), S["Another address has the id {0} already.", address.Id]);
            }

            book.Add(address.Copy());
            book.Choose(address.Id, uses);

            return Result.Success();
        });
    }

    public Task<Result> UpdateAsync(string customerId, CustomerAddress address, AddressUses uses)
        => ChangeAsync(customerId, address.Id, book =>
        {
            if (book.Find(address.Id) is not { } stored)
            {
                return Refused(nameof(CustomerAddress.Revision), S["Somebody else deleted this address meanwhile."]);
            }

            if (stored.Revision != address.Revision)
            {
                return Refused(nameof(CustomerAddress.Revision), S["Somebody else saved this address after you had opened it."]);
            }

            var changed = address.Copy();
            changed.CheckedAs = stored.CheckedAs;
            book.Replace(changed);
            book.Choose(address.Id, uses);

            return Result.Success();
        });

    public Task<Result> ChooseAsync(string customerId, string addressId, AddressUses uses)
        => ChangeAsync(customerId, addressId, book =>
        {
            if (book.Find(addressId) is null)
            {
                return Refused(nameof(CustomerAddress.Revision), S["Somebody else deleted this address meanwhile."]);
            }

            book.Choose(addressId, uses);

            return Result.Success();
        });

    public Task<Result> DeleteAsync(string customerId, string addressId, IReadOnlyDictionary<AddressUses, string> successors)
        => ChangeAsync(customerId, addressId, book =>
        {
            var uses = book.UsesOf(addressId);
            var missing = successors.Where(successor => uses.HasFlag(successor.Key) && (successor.Value == addressId || book.Find(successor.Value) is null)).Select(successor => successor.Key).ToList();

            if (missing.Count > 0)
            {
                return Refused(missing[0].ToString(), S["There is no address with the id {0}.", successors[missing[0]]]);
            }

            book.Remove(addressId);

            foreach (var (use, successor) in successors.Where(successor => uses.HasFlag(successor.Key)))
            {
                book.Choose(successor, use);
            }

            return Result.Success();
        });

    private async Task<Result> ChangeAsync(string customerId, string addressId, Func<AddressBookPart, Result> change)
    {
        var result = Result.Failed();

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Each in a scope of its own: what another session saved meanwhile is read anew.
            await ShellScope.UsingChildScopeAsync(async scope => result = await ChangeAsync(scope.ServiceProvider, customerId, addressId, change));

            if (result.Succeeded || !result.Errors.Any(error => error.Key == RevisionKey))
            {
                break;
            }
        }

        return result;
    }

    private async Task<Result> ChangeAsync(IServiceProvider services, string ownerId, string addressId, Func<AddressBookPart, Result> change)
    {
        if (await FindAsync(services, ownerId) is not { } owner)
        {
            return Refused("", S["The owner of this address was deleted meanwhile."]);
        }

        var book = owner.GetOrCreate<AddressBookPart>();
        var changed = change(book);

        if (!changed.Succeeded)
        {
            return changed;
        }

        book.SavedFor = addressId;
        book.Apply();
        var saved = await SaveAsync(services, owner);

        return saved.Succeeded ? saved : Result.Failed([.. saved.Errors.Select(error => Rename(error, AddressBookKeys.Of(book, addressId) + "."))]);
    }

    /// <summary>The errors of the address itself are named by its own fields.</summary>
    private static ResultError Rename(ResultError error, string prefix)
        => error.Key?.StartsWith(prefix, StringComparison.Ordinal) == true ? new ResultError { Key = error.Key[prefix.Length..], Message = error.Message } : error;

    private static Result Refused(string key, LocalizedString message) => CustomerWriter.Refused(key, message);
}
