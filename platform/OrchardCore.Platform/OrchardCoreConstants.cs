namespace OrchardCore;

public static class OrchardCoreConstants
{
    public static class Roles
    {
        public const string Administrator = "Administrator";

        internal const string Authenticated = "Authenticated";

        internal const string Anonymous = "Anonymous";
    }
}
