namespace OrchardCore.Entities;

/// <summary>Something that modules keep objects of their own in, by the name of their class.</summary>
public interface IEntity
{
}
