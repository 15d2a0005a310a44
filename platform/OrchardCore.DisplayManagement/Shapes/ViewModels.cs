using System.Reflection;

namespace OrchardCore.DisplayManagement;

/// <summary>Makes the view models of drivers. Orchard derives a class from each, so those that don't let it are refused here too.</summary>
internal static class ViewModels
{
    public static TModel Create<TModel>()
        where TModel : class
    {
        var type = typeof(TModel);
        var constructor = type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);

        if (type.IsSealed || !type.IsVisible || constructor is null or { IsPrivate: true })
        {
            throw new InvalidOperationException($"The view model {type} must be public, not sealed, and have a constructor without parameters.");
        }

        return (TModel)constructor.Invoke(null);
    }
}
