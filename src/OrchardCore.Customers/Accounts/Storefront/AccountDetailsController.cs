using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Customers see and change their own record, take it with them, and close their account.</summary>
[AccountPage, CustomerOnly]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountDetailsController(
    ICustomerAccountManager accounts,
    AccountVisitor visitor,
    AccountDetails details,
    AccountFile file,
    AccountLimits limits,
    IStringLocalizer<AccountDetailsController> S) : Controller
{
    [HttpGet(AccountRoutes.Root, Name = AccountRoutes.Details)]
    public async Task<IActionResult> Index() => View(await details.ShowAsync(visitor.Record));

    [HttpGet(AccountRoutes.Root + "/edit", Name = AccountRoutes.EditDetails)]
    public async Task<IActionResult> Edit() => View(await details.EditAsync(visitor.Record));

    [HttpPost(AccountRoutes.Root + "/edit"), ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    public async Task<IActionResult> EditPost([Bind(Prefix = AccountDetails.Prefix)] DetailsInput input)
        => await details.SaveAsync(visitor.Customer, input, ModelState) is { } refused ? View(refused) : this.Done(AccountRoutes.Details, AccountNote.DetailsSaved);

    [HttpGet(AccountRoutes.Root + "/download", Name = AccountRoutes.Download)]
    public IActionResult Download() => File(file.Write(visitor.Customer), "application/json", "my-data.json");

    [HttpGet(AccountRoutes.Root + "/close", Name = AccountRoutes.Close)]
    public IActionResult Close() => View(new CloseAccountInput());

    [HttpPost(AccountRoutes.Root + "/close"), ActionName(nameof(Close)), ValidateAntiForgeryToken]
    public async Task<IActionResult> ClosePost(CloseAccountInput input)
    {
        var isComplete = ModelState.Require(input.CurrentPassword, AccountFields.CurrentPassword, S["Enter your password."]);

        if (!input.IsSure)
        {
            ModelState.AddModelError(nameof(input.IsSure), S["Tick this box if you are sure."]);
        }

        if (!isComplete || !input.IsSure)
        {
            return View(input);
        }

        var attempt = await limits.TryForAsync(AccountAction.ConfirmPassword, visitor.UserId!);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        var result = await accounts.CloseAsync(visitor.Customer, input.CurrentPassword!);

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View(input);
        }

        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.AccountClosed);
    }
}
