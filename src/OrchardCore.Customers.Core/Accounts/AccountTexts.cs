using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts;

/// <summary>What those who look after accounts are told, in their language.</summary>
internal sealed class AccountTexts(IOptions<IdentityOptions> identity, IStringLocalizer<AccountTexts> S)
{
    private PasswordOptions Rules => identity.Value.Password;

    public Result DeadCode => Refused(AccountFields.Code, S["This link does not work any more: it was used, replaced by a newer one, or it is too old. Ask for a new one."]);

    public Result NoEmail => Refused(CustomerFields.FullName(nameof(CustomerPart.Email)), S["Without an e-mail address no link can be sent."]);

    public Result Inactive => Refused("", S["An inactive customer can't log in. Activate the customer first."]);

    public Result NoAccount => Refused("", S["This customer has no account."]);

    public Result NoAddress => Refused("", S["Nobody has said yet which address links in mails begin with. It stands in the settings of accounts."]);

    public Result NothingOpen => Refused("", S["There is no link that could be taken back."]);

    public Result WrongPassword => Refused(AccountFields.CurrentPassword, S["This is not the password."]);

    public Result LockedOut => Refused(AccountFields.CurrentPassword, S["The wrong password was typed too often. Try again later."]);

    public Result Staff => Refused("", S["This account has other rights on this site. Its password is changed where those are used."]);

    public Result NotAttached => Refused("", S["This user is another customer's account already."]);

    public Result NoEmailAddress => Refused(AccountFields.Email, S["This is no e-mail address. It looks like name@example.com."]);

    public Result SameEmail => Refused(AccountFields.Email, S["This is the address you have already."]);

    public Result Disturbed => Refused("", S["Something else was saved at the same moment. Nothing was changed; try again."]);

    /// <summary>What is wrong with a user, as ASP.NET Core Identity says it.</summary>
    public Result Explain(IEnumerable<IdentityError> errors) => Result.Failed([.. errors.Select(error => new ResultError
    {
        Key = error.Code.StartsWith("Password", StringComparison.Ordinal) ? AccountFields.Password : "",
        Message = Explain(error),
    })]);

    public static Result Refused(string key, LocalizedString message) => Result.Failed([new ResultError { Key = key, Message = message }]);

    private LocalizedString Explain(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => S["The password needs at least {0} characters.", Rules.RequiredLength],
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => S["The password needs at least {0} different characters.", Rules.RequiredUniqueChars],
        nameof(IdentityErrorDescriber.PasswordRequiresDigit) => S["The password needs a digit (0 to 9)."],
        nameof(IdentityErrorDescriber.PasswordRequiresLower) => S["The password needs a small letter (a to z)."],
        nameof(IdentityErrorDescriber.PasswordRequiresUpper) => S["The password needs a capital letter (A to Z)."],
        nameof(IdentityErrorDescriber.PasswordRequiresNonAlphanumeric) => S["The password needs a character that is neither a letter nor a digit."],
        nameof(IdentityErrorDescriber.DuplicateEmail) => S["A user of this site has this e-mail address already."],
        _ => new LocalizedString(error.Code, error.Description ?? error.Code),
    };
}
