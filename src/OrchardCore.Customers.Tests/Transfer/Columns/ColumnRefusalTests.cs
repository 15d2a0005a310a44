using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>What can't be understood is refused in words that say which column, what is wrong and what helps.</summary>
public sealed class ColumnRefusalTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("Status", "Sleeping", "“Sleeping” is no status. Write Active or Inactive.")]
    [InlineData("Date Of Birth", "03/04/1984", "“03/04/1984” can be 1984-04-03 or 1984-03-04. Write the one that is meant.")]
    [InlineData("Date Of Birth", "23.5.84", "“23.5.84” is no date. Write year, month and day, like 1984-05-23.")]
    [InlineData("Date Of Birth", "1984-02-30", "“1984-02-30” is no date. Write year, month and day, like 1984-05-23.")]
    [InlineData("Date Of Birth", "13/13/1984", "“13/13/1984” is no date. Write year, month and day, like 1984-05-23.")]
    [InlineData("Date Of Birth", "2999-01-01", "The date of birth is in the future.")]
    [InlineData("Gender", "Femal", "“Femal” is no gender of this site. Did you mean Female?")]
    [InlineData("Gender", "Unknown", "“Unknown” is no gender of this site. Use one of: Female, Male, Other.")]
    [InlineData("Language", "Klingon", "“Klingon” is no language. Use a tag like de or de-AT (BCP 47).")]
    [InlineData("Currency", "QQQ", "“QQQ” is no currency. Use a code like EUR (ISO 4217).")]
    [InlineData("Preferred Site", "mian", "There is no site “mian”. Did you mean main?")]
    [InlineData("Further Sites", "main; nowhere", "There is no site “nowhere”. Sites are named in the settings.")]
    [InlineData("Groups", "wholesail; vip", "There is no customer group “wholesail”. Did you mean wholesale?")]
    [InlineData("Groups", "zzz", "There is no customer group “zzz”. Groups are made under Customers › Customer groups.")]
    [InlineData("Managed By", "nobody-there", "There is no user “nobody-there”. Write the name of a user, or leave the cell empty.")]
    [InlineData("Consent email", "perhaps", "“perhaps” is neither yes nor no. Write Yes or No.")]
    [InlineData("On Hold", "perhaps", "“perhaps” is neither yes nor no. Write Yes or No.")]
    [InlineData("Hold Until", "2001-01-01", "This day is over. Write today or a later one, or leave it empty for a hold that has to be released.")]
    [InlineData("Hold Until", "soon", "“soon” is no date. Write year, month and day, like 1984-05-23.")]
    [InlineData("Business User", "perhaps", "“perhaps” is neither yes nor no. Write Yes or No.")]
    [InlineData("Business Country", "Germny", "There is no country “Germny”. Did you mean Germany (DE)?")]
    [InlineData("References", "a=1; nonsense", "“nonsense” is no reference. Write name=value, with ; between two of them.")]
    [InlineData("References", "a=1; A=2", "There is a reference with the key “A” already.")]
    [InlineData("Reference 3 Value", "77", "The reference “77” needs a name that says what it is.")]
    [InlineData("Email", "nonsense", "This is no e-mail address. It looks like name@example.com.")]
    [InlineData("Phone", "call me", "This is no phone number. Use 3 to 15 digits, with +, spaces, brackets and dashes as you like.")]
    [InlineData("Custom Id", "with space", "An id has 1 to 66 letters (A to Z), digits and any of - _")]
    [InlineData("Customer Number", "a b", "A customer number has at most 66 letters (A to Z), digits and any of - _ . /")]
    [InlineData("Field Customer.Discount", "12,5", "“12,5” is no number. Write digits, with a point before the decimals.")]
    [InlineData("Field Customer.Vip", "perhaps", "“perhaps” is neither yes nor no. Write Yes or No.")]
    [InlineData("Field Customer.Since", "1/2/2000", "“1/2/2000” can be 2000-02-01 or 2000-01-02. Write the one that is meant.")]
    [InlineData("Field Customer.Seen", "yesterday", "“yesterday” is no moment. Write date and time, like 2024-05-23T14:30:00Z.")]
    [InlineData("Field Customer.Opens", "morning", "“morning” is no time of the day. Write hours and minutes, like 14:30.")]
    [InlineData("Field Customer.Homepage", "javascript:alert(1)", "“javascript:alert(1)” is no address in the web. Write it in full, like https://example.com, or beginning with / within the site.")]
    [InlineData("Field Customer.Homepage", "example.com", "“example.com” is no address in the web. Write it in full, like https://example.com, or beginning with / within the site.")]
    public async Task WhatIsNoValueIsRefused(string column, string text, string message)
    {
        var (_, errors) = await Site.ImportAsync(null, ("Contact Name", "Refused"), (column, text));

        Assert.Equal([$"{column}: {message}"], errors);
    }

    [Fact]
    public async Task AUserWhoMayNotViewCustomersManagesNone()
    {
        var (_, errors) = await Site.ImportAsync(null, ("Contact Name", "Refused"), ("Managed By", fixture.Stranger));

        Assert.Equal([$"Managed By: “{fixture.Stranger}” may not log in or view customers, and so can't manage any. Choose another user."], errors);
    }

    [Theory]
    [InlineData("On Hold", "Hold Reason", "On Hold: The row says why or until when the customer is on hold, and that it is not. Write Yes, or clear those cells.")]
    [InlineData("Business User", "Tax Number", "Business User: The row says something of a business, and that the customer is no business user. Write Yes, or clear those cells.")]
    public async Task WhatContradictsItselfIsRefused(string column, string other, string error)
        => Assert.Equal([error], (await Site.ImportAsync(null, ("Contact Name", "Refused"), (column, "no"), (other, "Something"))).Errors);

    [Fact]
    public async Task NumberAndIdAreNeverChanged()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "For Good"), ("Customer Number", "N-7"), ("Custom Id", "erp_7"));

        Assert.Equal(
            [
                "Customer Number: This customer has the number N-7, which is never changed. Correct the cell, or leave the column out.",
                "Custom Id: This customer has the id erp_7, which is never changed. Correct the cell, or leave the column out.",
            ],
            (await Site.ImportAsync(id, ("Customer Number", "N-8"), ("Custom Id", "erp_8"))).Errors);
        await Site.TakeAsync(id, ("Customer Number", "n-7"), ("Custom Id", "'erp_7"), ("Company", "As before"));
        Assert.Equal(("N-7", "As before"), ((await Site.ReadAsync(id))!.Number, (await Site.ReadAsync(id))!.Company));
    }

    [Fact]
    public async Task ANumberIsGivenOnceAlsoAfterADeletion()
    {
        await Site.DeleteAsync(await Site.TakeAsync(null, ("Contact Name", "Gone"), ("Customer Number", "GONE-1")));

        Assert.Equal(["Customer Number: The number gone-1 is or was another customer's. To change that customer, update customers and recognize them by the number; for a new one leave the cell empty."], (await Site.ImportAsync(null, ("Contact Name", "Came"), ("Customer Number", "gone-1"))).Errors);
        Assert.Equal(["Contact Name: Enter a contact name, or a first or last name to compose it from."], (await Site.ImportAsync(null, ("Title", "Mr."), ("Company", "A company alone"))).Errors);
    }
}
