using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.ContentManagement;

public static class ServiceCollectionExtensions
{
    /// <summary>Makes a class the one that a part of its name is read as.</summary>
    public static ContentPartOptionBuilder AddContentPart<TContentPart>(this IServiceCollection services)
        where TContentPart : ContentPart
    {
        services.Configure<ContentOptions>(options => options.AddPart(typeof(TContentPart)));

        return new ContentPartOptionBuilder(services, typeof(TContentPart));
    }

    public static ContentPartOptionBuilder AddHandler<TContentPartHandler>(this ContentPartOptionBuilder builder)
        where TContentPartHandler : class, IContentPartHandler
    {
        builder.Services.AddScoped<TContentPartHandler>();
        builder.Services.Configure<ContentOptions>(options => options.AddHandler(builder.ContentPartType, typeof(TContentPartHandler)));

        return builder;
    }

    /// <summary>Makes a class the one that a field of its name is read as.</summary>
    internal static IServiceCollection AddContentField<TContentField>(this IServiceCollection services)
        where TContentField : ContentField
        => services.Configure<ContentOptions>(options => options.AddField(typeof(TContentField)));
}

public class ContentPartOptionBuilder
{
    internal ContentPartOptionBuilder(IServiceCollection services, Type contentPartType)
    {
        Services = services;
        ContentPartType = contentPartType;
    }

    internal IServiceCollection Services { get; }

    internal Type ContentPartType { get; }
}

/// <summary>The parts and fields that have a class, by name, and who handles the parts.</summary>
internal sealed class ContentOptions
{
    private readonly Dictionary<string, Type> _parts = [];
    private readonly Dictionary<string, Type> _fields = [];
    private readonly Dictionary<string, List<Type>> _handlers = [];

    public void AddPart(Type part) => _parts[part.Name] = part;

    public void AddField(Type field) => _fields[field.Name] = field;

    public void AddHandler(Type part, Type handler)
    {
        var handlers = _handlers.TryGetValue(part.Name, out var known) ? known : _handlers[part.Name] = [];

        if (!handlers.Contains(handler))
        {
            handlers.Add(handler);
        }
    }

    public Type Part(string name) => _parts.GetValueOrDefault(name, typeof(ContentPart));

    public Type Field(string name) => _fields.GetValueOrDefault(name, typeof(ContentField));

    public IReadOnlyList<Type> Handlers(string part) => _handlers.GetValueOrDefault(part, []);
}
