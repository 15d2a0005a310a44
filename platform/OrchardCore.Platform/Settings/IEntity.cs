using OrchardCore.Settings;

namespace OrchardCore.Entities;

/// <summary>Something that modules keep objects of their own in, by the name of their class.</summary>
public interface IEntity
{
}

public static class EntityExtensions
{
    /// <summary>Changes an object of a module; the entity still has to be saved.</summary>
    public static IEntity Alter<TAspect>(this IEntity entity, Action<TAspect> action)
        where TAspect : new()
    {
        var site = (SiteSettings)entity;
        var aspect = site.GetOrCreate<TAspect>();
        action(aspect);
        site.Put(aspect);

        return entity;
    }
}
