using System.Runtime.CompilerServices;

namespace Stryke.Web.Specs.Architecture;

/// <summary>The tree that these specs were built from.</summary>
internal static class House
{
    /// <summary>Apps that are written as a user writes one: with a layout and a namespace of their own.</summary>
    public static readonly string[] Apps = ["Examples/Blog/", "Perf/Load/App/", "Specs/Host/Stuck/", "Specs/Persistence/Library/"];

    private static readonly string[] Skipped = ["artifacts", "obj", ".git"];

    /// <summary>Every C# file, by its path from the top with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = Read("*.cs");

    /// <summary>Every project file, likewise.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Read("*.csproj");

    /// <summary>The folders of the run-time libraries: those whose projects import <c>RunTime.props</c>.</summary>
    public static IReadOnlyList<string> RunTime { get; } =
    [.. Projects.Where(project => project.Value.Contains("RunTime.props")).Select(project => FolderOf(project.Key)).Order()];

    /// <summary>The files of the house itself: all but those of <see cref="Apps"/>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OwnSources => Sources.Where(file => !Apps.Any(file.Key.StartsWith));

    public static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    public static string TextOf(string path) => File.ReadAllText(Path.Combine(Top(), path));

    private static Dictionary<string, string> Read(string pattern)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = 0 };
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new Stack<string>([Top()]);
        while (folders.TryPop(out string? folder))
        {
            foreach (string file in Directory.EnumerateFiles(folder, pattern, options))
                files.Add(Path.GetRelativePath(Top(), file).Replace('\\', '/'), File.ReadAllText(file));
            foreach (string below in Directory.EnumerateDirectories(folder).Where(below => !Skipped.Contains(Path.GetFileName(below))))
                folders.Push(below);
        }
        return files;
    }

    private static string Top([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
