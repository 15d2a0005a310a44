using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace OrchardCore.Admin;

/// <summary>Where the admin begins.</summary>
[Area("OrchardCore.Admin"), Feature("OrchardCore.Admin")]
internal sealed class AdminController : Controller
{
    [Route("Admin")]
    public IActionResult Index() => View();
}
