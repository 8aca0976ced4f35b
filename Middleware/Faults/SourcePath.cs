namespace Stryke.Web.Middleware.Faults;

/// <summary>Names of source files as an app's author knows them: from the app's folder.</summary>
internal static class SourcePath
{
    internal static bool IsBelow(string? file, string root) =>
        file is not null && file.StartsWith(WithSeparator(root), StringComparison.Ordinal);

    /// <summary>The file from the app's folder where it is in there (<c>config/Routes.cs</c>), or as it is.</summary>
    internal static string Show(string file, string? root) =>
        root is not null && IsBelow(file, root) ? file[WithSeparator(root).Length..] : file;

    private static string WithSeparator(string root) =>
        root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar;
}
