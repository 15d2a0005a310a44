using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace Platform.Tests.Module.Pages;

/// <summary>A controller of this name belongs to the admin without saying so.</summary>
[Feature("Platform.Tests.Module")]
public sealed class AdminController : Controller
{
    public IActionResult Hello(string id) => Content("Hello " + id);
}
