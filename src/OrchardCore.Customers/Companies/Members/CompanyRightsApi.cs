using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Api;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Reads what programs ask about the rights of a company's people, and answers.</summary>
public sealed class CompanyRightsApi(
    ICompanyAuthorization rights,
    CompanyPermissionCatalog catalog,
    ICustomerManager customers,
    IAuthorizationService authorizationService,
    IStringLocalizer<CompanyRightsApi> S)
{
    public async Task<IResult> AskAsync(CompanyRightsQuestion question, ClaimsPrincipal user)
    {
        var errors = new List<ResultError>();
        var amount = Read(question, (field, message) => errors.Add(new ResultError { Key = field, Message = message }));

        if (errors.Count > 0)
        {
            return ApiProblems.Of(Result.Failed([.. errors]));
        }

        if (await customers.FindAsync(question.CustomerId) is not { } customer || !await authorizationService.AuthorizeAsync(user, CompaniesApiPermissions.AskCompanyRights, customer))
        {
            return ApiProblems.NotFound(S["There is no such customer."]);
        }

        var answer = await rights.MayAsync(question.CustomerId, question.CompanyId, question.Permission, amount);

        return answer.Refusal == CompanyRefusal.NoMember ? ApiProblems.NotFound(answer.Reason!.Value) : ApiJson.Answer(CompanyRightsAnswer.Of(answer));
    }

    private MinorAmount? Read(CompanyRightsQuestion question, Action<string, LocalizedString> fail)
    {
        var (amount, currency) = (question.Amount?.Trim() ?? "", question.Currency?.Trim() ?? "");
        var permission = catalog.Find(question.Permission);

        if (permission is null)
        {
            fail(nameof(question.Permission), S["There is no permission “{0}”.", question.Permission]);
        }

        if (amount.Length == 0 && currency.Length == 0)
        {
            return null;
        }

        if (permission is { HasLimit: false })
        {
            // Whoever sends an amount takes the answer for one about it.
            fail(nameof(question.Amount), S["“{0}” has no limit: ask for it without an amount.", permission.Text.Value]);
        }

        var code = Currencies.Find(currency)?.Code;

        if (code is null)
        {
            fail(nameof(question.Currency), currency.Length == 0 ? S["Say in which currency the amount is, such as EUR."] : S["There is no currency “{0}”.", currency]);
        }

        return ReadAmount(amount, code, message => fail(nameof(question.Amount), message)) is { } minor && code is not null ? new MinorAmount(minor, code) : null;
    }

    /// <summary>Strictly: what a comma means depends on who writes it.</summary>
    private long? ReadAmount(string text, string? currency, Action<LocalizedString> fail)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            fail(text.Length == 0 ? S["Say how much it is about."] : S["“{0}” is no amount. Write it with a point and without other separators, such as 1234.50.", text]);
        }
        else if (amount < 0)
        {
            fail(S["An amount can't be negative."]);
        }
        else if (currency is not null)
        {
            if (CurrencyAmounts.Read(amount.ToString(CultureInfo.InvariantCulture), currency, CultureInfo.InvariantCulture) is { } minor)
            {
                return minor;
            }

            fail(S["An amount in {0} has at most {1} digits behind the point, and is not above {2:N0}.", currency, CurrencyAmounts.DigitsOf(currency), CurrencyAmounts.Max]);
        }

        return null;
    }
}
