using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace Platform.Tests.Features.Things;

/// <summary>Belongs to the module's main feature.</summary>
public sealed class ThingsController(ISession session) : Controller
{
    [Route("things")]
    public IActionResult Index() => Content($"{ControllerContext.ActionDescriptor.RouteValues["area"]}: {User.Identity.Name ?? "nobody"}");

    /// <summary>Has no route of its own.</summary>
    public IActionResult Plain() => Content("plain " + Url.Action("Index", "Things", new { area = FeatureNames.Things }));

    [Route("things/saved/{text}")]
    public async Task<IActionResult> Save(string text)
    {
        await session.SaveAsync(new Note { Text = text }, collection: Note.Collection);

        return Redirect("/things");
    }

    [Route("things/lost/{text}")]
    public async Task<IActionResult> Lose(string text)
    {
        await session.SaveAsync(new Note { Text = text }, collection: Note.Collection);

        throw new InvalidOperationException("After saving.");
    }

    /// <summary>Where the services of the request come from while another scope runs.</summary>
    [Route("things/child")]
    public async Task<IActionResult> Child()
    {
        var own = HttpContext.RequestServices.GetRequiredService<ISession>();
        var isChilds = false;

        await ShellScope.UsingChildScopeAsync(scope =>
        {
            isChilds = HttpContext.RequestServices.GetRequiredService<ISession>() == scope.ServiceProvider.GetRequiredService<ISession>();

            return Task.CompletedTask;
        });

        return Content($"{own == session} {isChilds} {HttpContext.RequestServices.GetRequiredService<ISession>() == session}");
    }

    [Authorize, Route("things/closed")]
    public IActionResult Closed() => Content("open to " + User.Identity.Name);

    [Route("things/forbidden")]
    public IActionResult Forbidden() => Forbid();

    [Route("things/challenged")]
    public IActionResult Challenged() => Challenge();

    [Route("things/missing")]
    public IActionResult Missing() => NotFound();

    [HttpPost, ValidateAntiForgeryToken, Route("things/posted")]
    public IActionResult Posted() => Content("posted");
}

[Feature(FeatureNames.Extra)]
public sealed class ExtraController : Controller
{
    [Route("extra")]
    public IActionResult Index() => Content("extra");

    public IActionResult Plain() => Content("plain");
}
