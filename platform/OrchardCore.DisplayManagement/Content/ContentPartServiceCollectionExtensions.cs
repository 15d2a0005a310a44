using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

public static class ContentPartServiceCollectionExtensions
{
    /// <summary>Lets a driver show the part in editors.</summary>
    public static ContentPartOptionBuilder UseDisplayDriver<TContentPartDisplayDriver>(this ContentPartOptionBuilder builder)
        where TContentPartDisplayDriver : class, IContentPartDisplayDriver
    {
        builder.Services.AddKeyedScoped<IContentPartDisplayDriver, TContentPartDisplayDriver>(builder.ContentPartType.Name);

        return builder;
    }
}
