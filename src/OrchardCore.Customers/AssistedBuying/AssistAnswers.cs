using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Sites;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What a storefront is told of a session: who acts for whom, and what the customer is called and sent to. Nothing else of the record.</summary>
internal sealed class AssistAnswers(AddressPrinter printer, IClock clock)
{
    public AssistTokenAnswer Of(AssistedVisit visit, string token)
        => new(token, "Bearer", (int)(visit.Session.ExpiresUtc!.Value - clock.UtcNow).TotalSeconds, Of(visit));

    public AssistSessionAnswer Of(AssistedVisit visit)
    {
        var (session, part) = (visit.Session, visit.Customer.GetOrCreate<CustomerPart>());
        var customer = new AssistCustomerAnswer(session.CustomerId, part.Number, visit.Customer.ListName(), part.Language, part.Currency, part.Hold?.IsInForce(clock.UtcNow) == true, [.. AddressesOf(visit.Customer)]);

        return new(session.SessionId, session.Site, session.Mode, session.Reason, new(session.AgentId, session.AgentName), customer, session.StartedUtc!.Value, session.ExpiresUtc!.Value);
    }

    private IEnumerable<AssistAddressAnswer> AddressesOf(ContentItem customer)
    {
        var book = customer.GetOrCreate<AddressBookPart>();

        foreach (var address in book.Addresses)
        {
            var uses = book.UsesOf(address.Id);

            yield return new(address.Id, uses.HasFlag(AddressUses.Billing), uses.HasFlag(AddressUses.Shipping), uses.HasFlag(AddressUses.Default), address.Country, printer.Print(address));
        }
    }
}

/// <param name="ExpiresIn">In seconds.</param>
internal sealed record AssistTokenAnswer(string Token, string TokenType, int ExpiresIn, AssistSessionAnswer Session);

internal sealed record AssistSessionAnswer(string Id, string Site, AssistMode Mode, string Reason, AssistAgentAnswer Agent, AssistCustomerAnswer Customer, DateTime StartedUtc, DateTime ExpiresUtc);

internal sealed record AssistAgentAnswer(string Id, string Name);

/// <param name="IsOnHold">While on hold a customer may not order, nor may who acts for it.</param>
internal sealed record AssistCustomerAnswer(string Id, string? Number, string Name, string? Language, string? Currency, bool IsOnHold, IReadOnlyList<AssistAddressAnswer> Addresses);

/// <param name="Lines">As they are printed on an envelope.</param>
internal sealed record AssistAddressAnswer(string Id, bool IsBilling, bool IsShipping, bool IsDefault, string? Country, IReadOnlyList<string> Lines);
