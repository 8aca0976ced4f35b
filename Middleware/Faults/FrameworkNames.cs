namespace Stryke.Web.Middleware.Faults;

/// <summary>
/// Which methods are of the framework, or of .NET, and not of an app: told by their names, as a published app has no sources beside it.
/// </summary>
internal static class FrameworkNames
{
    private static readonly string[] Prefixes =
    [
        "System.",
        "Microsoft.",
        "Internal.",
        "Interop.",
        "SQLitePCL.",
        "Stryke.Web.Text.",
        "Stryke.Web.Actors.",
        "Stryke.Web.Security.",
        "Stryke.Web.Http.",
        "Stryke.Web.Routing.",
        "Stryke.Web.Middleware.",
        "Stryke.Web.Views.",
        "Stryke.Web.Persistence.",
        "Stryke.Web.Controllers.",
        "Stryke.Web.Host.",
    ];

    public static bool Has(string method) => Array.Exists(Prefixes, prefix => method.StartsWith(prefix, StringComparison.Ordinal));
}
