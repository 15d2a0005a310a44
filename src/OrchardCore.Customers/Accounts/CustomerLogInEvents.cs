using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Accounts;

/// <summary>Notes when customers log in, by whichever form.</summary>
internal sealed class CustomerLogInEvents(ICustomerAccountManager accounts, CustomerLogIns logIns) : LoginFormEventBase
{
    public override async Task LoggedInAsync(IUser user)
    {
        if (user is User { UserId: { } id } && await accounts.FindCustomerAsync(id) is { } customer)
        {
            await logIns.NoteAsync(customer.ContentItemId);
        }
    }
}
