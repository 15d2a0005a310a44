using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.DisplayManagement.Notify;

namespace OrchardCore.Customers.Accounts;

/// <summary>Queues the mail that the form was asked for, in the transaction that saves the customer: both are kept, or neither is.</summary>
internal sealed class PasswordWishHandler(PasswordWishes wishes, AccountMails mails, AccountAddress address, Outbox outbox, INotifier notifier, IHtmlLocalizer<PasswordWishHandler> H) : ContentPartHandler<CustomerPart>
{
    public override Task CreatedAsync(CreateContentContext context, CustomerPart part) => FulfilAsync(context.ContentItem);

    public override Task UpdatedAsync(UpdateContentContext context, CustomerPart part) => FulfilAsync(context.ContentItem);

    private async Task FulfilAsync(ContentItem customer)
    {
        if (!wishes.Take(customer.ContentItemId))
        {
            return;
        }

        var isStuck = await outbox.IsStuckAsync();
        var result = await mails.SendPasswordAsync(customer, AccountCodePurpose.Invitation, await address.FindAsync());

        if (!result.Succeeded)
        {
            await notifier.ErrorAsync(H["No link was sent: {0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]);
        }
        else if (isStuck)
        {
            await notifier.SuccessAsync(H["The mail with the link waits: the mail server did not take the last one. It is tried again and again; the tab Account says when it was sent."]);
        }
        else
        {
            await notifier.SuccessAsync(H["A mail with a link for the password is on its way."]);
        }
    }
}
