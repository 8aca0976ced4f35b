namespace Stryke.Web.Host.Launch;

/// <summary>How the app was started, so that a message can tell somebody to run a command that works where they are.</summary>
internal static class ProgramName
{
    /// <returns>What stands in front of a command, such as <c>./blog</c>, <c>/opt/blog/blog</c> or <c>dotnet run --</c>.</returns>
    public static string Of(IApp application, LaunchContext context)
    {
        string name = application.GetType().Assembly.GetName().Name!;
        if (IsProject(context.Directory, name) && Path.GetDirectoryName(context.Executable) != context.Directory)
            return application.IsDebugBuild ? "dotnet run --" : "dotnet run -c Release --";
        if (context.Executable is not { } path)
            return $"./{name}";
        bool isRun = Path.GetFileNameWithoutExtension(path) == "dotnet" && context.EntryPath is not null;
        return isRun ? $"dotnet {Shown(context.EntryPath!, context.Directory)}" : Shown(path, context.Directory);
    }

    // What "dotnet run" finds: the only project of the folder.
    private static bool IsProject(string directory, string name)
    {
        if (!Directory.Exists(directory))
            return false;
        string[] projects = Directory.GetFiles(directory, "*.csproj", new EnumerationOptions { IgnoreInaccessible = true });
        return projects.Length == 1
            && string.Equals(Path.GetFileNameWithoutExtension(projects[0]), name, StringComparison.OrdinalIgnoreCase);
    }

    // Below the working directory as a path from there; a shell takes a name without a slash for a command of the system.
    private static string Shown(string path, string directory)
    {
        string relative = Path.GetRelativePath(directory, path);
        string shown =
            Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path
            : relative.Contains(Path.DirectorySeparatorChar) ? relative
            : Path.Combine(".", relative);
        return shown.Contains(' ') ? $"\"{shown}\"" : shown;
    }
}
