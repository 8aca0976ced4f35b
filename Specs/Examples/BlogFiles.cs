namespace Stryke.Web.Specs.Examples;

/// <summary>Where the built blog stands: beside the specs, in the tree's artifacts.</summary>
internal static class BlogFiles
{
    /// <summary>The root of the tree that the specs were built in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The executable.</summary>
    public static string Executable => ExecutableOf("Blog");

    /// <summary>The executable of an app that is built with the specs.</summary>
    public static string ExecutableOf(string project)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string path = Path.Combine(Root, "artifacts", "bin", project, configuration, project.ToLowerInvariant());
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built: {path}. Building the specs builds it.");
    }

    /// <summary>A directory in artifacts for what a spec leaves to be looked at.</summary>
    public static string Keep(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StrykeWeb.Actors.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException(
            $"The specs run from {AppContext.BaseDirectory}, which is not below the tree that holds StrykeWeb.Actors.sln."
        );
    }
}
