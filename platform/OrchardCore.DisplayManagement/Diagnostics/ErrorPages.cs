using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using OrchardCore.DisplayManagement.Layouts;
using OrchardCore.Modules;

namespace OrchardCore.Diagnostics;

/// <summary>Says what is wrong where an answer would be an empty page.</summary>
[Feature("OrchardCore.Diagnostics")]
internal sealed class ErrorPages : StartupBase
{
    private const string View = "/Areas/OrchardCore.Diagnostics/Views/Error.cshtml";

    private static readonly FileExtensionContentTypeProvider FileTypes = new();

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.Use(async (context, next) =>
        {
            await next(context);

            if (IsEmptyError(context.Response) && !IsFile(context.Request.Path))
            {
                await ShowAsync(context, context.Response.StatusCode);
            }
        });

        routes.MapGet("Error/{status:int}", (HttpContext context, int status) => ShowAsync(context, status));
    }

    private static bool IsEmptyError(HttpResponse response)
        => response is { StatusCode: >= 400 and < 600, HasStarted: false, ContentLength: null } && string.IsNullOrEmpty(response.ContentType);

    private static bool IsFile(PathString path) => FileTypes.TryGetContentType(path, out _);

    private static Task ShowAsync(HttpContext context, int status)
    {
        ThemeFilter.Begin(context);
        var viewData = new ViewDataDictionary<int>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = status };

        return new ViewResult { ViewName = View, ViewData = viewData }.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
    }
}
