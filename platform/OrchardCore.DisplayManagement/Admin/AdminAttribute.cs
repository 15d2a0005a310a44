namespace OrchardCore.Admin;

/// <summary>Makes an action, or all of a controller, part of the admin: for those who may enter it, in its layout.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public class AdminAttribute : Attribute
{
    /// <summary>Gives an action its address.</summary>
    /// <param name="template">
    /// The address below that of the admin, with <c>{area}</c>, <c>{controller}</c> and <c>{action}</c> where they are to
    /// stand. That of the action counts before that of the controller.
    /// </param>
    /// <param name="routeName">A name for links, likewise.</param>
    public AdminAttribute(string template = null, string routeName = null)
    {
        Template = template;
        RouteName = routeName;
    }

    internal string Template { get; }

    internal string RouteName { get; }
}
