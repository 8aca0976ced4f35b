using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>
/// What a template is called, by its path: <c>app/views/posts/_post.html.erb</c> is <c>Views.Posts.Post</c>,
/// <c>app/views/layouts/application.html.erb</c> the layout <c>application</c>.
/// </summary>
/// <param name="FilePath">The file, as the compiler was given it.</param>
/// <param name="TemplatePath">The file from <c>app/views</c> on, with slashes.</param>
/// <param name="Folders">The classes around it.</param>
/// <param name="Method">Its own name.</param>
/// <param name="Layout">The name of the layout it is; null for a view.</param>
/// <param name="IsInLayouts">Whether it may yield: a layout or a partial of one.</param>
/// <param name="Problem">Why it can have no name; null when it has one.</param>
internal sealed record ViewName(
    string FilePath,
    string TemplatePath,
    EquatableArray<string> Folders,
    string Method,
    string? Layout,
    bool IsInLayouts,
    string? Problem
)
{
    private const string Root = "app/views/";
    private const string LayoutsFolder = "layouts/";

    /// <summary><c>Posts.Post</c>.</summary>
    public string Full => string.Join(".", Folders.Concat([Method]));

    /// <summary><c>PostsPost</c>: unique among the views that have no problem.</summary>
    public string Flat => string.Concat(Folders) + Method;

    public bool IsLayout => Layout is not null;

    public static bool IsTemplate(string filePath, string projectFolder) =>
        filePath.EndsWith(".erb", StringComparison.OrdinalIgnoreCase) && Relative(filePath, projectFolder) is not null;

    public static ViewName Of(string filePath, string projectFolder)
    {
        string path = Relative(filePath, projectFolder) ?? filePath;
        string[] parts = path.Split('/');
        string file = parts[parts.Length - 1];
        string? problem = null;
        string name = file;
        if (Cut(file, ".html.erb") is { } html)
            name = html;
        else if (Cut(file, ".erb") is { } plain)
            name = plain;
        if (name.Contains('.'))
            problem = "only '.html.erb' and '.erb' are read";

        var folders = parts.Take(parts.Length - 1).Select(Naming.PascalCase).ToList();
        bool partial = name.StartsWith("_", StringComparison.Ordinal);
        string method = Naming.PascalCase(name);
        bool inLayouts = path.StartsWith(LayoutsFolder, StringComparison.Ordinal);
        string stem = path.Substring(0, path.Length - (file.Length - name.Length));
        string? layout = inLayouts && !partial ? stem.Substring(LayoutsFolder.Length) : null;
        // Each becomes a class within the one before, and C# lets no member be called like its class.
        string[] nested = ["Views", .. folders, method];
        if (nested.Distinct().Count() < nested.Length)
            problem ??= "a view and the folders that it stands in need names that differ, and differ from 'Views'";
        foreach (string identifier in nested)
        {
            if (!SyntaxFacts.IsValidIdentifier(identifier))
                problem ??= $"'{identifier}' is no name in C#";
        }
        return new ViewName(filePath, Root + path, folders.ToEquatableArray(), method, layout, inLayouts, problem);
    }

    // What stands below app/views, or null when the file does not.
    private static string? Relative(string filePath, string projectFolder)
    {
        string path = filePath.Replace('\\', '/'),
            project = projectFolder.Replace('\\', '/');
        if (project.Length > 0 && !project.EndsWith("/", StringComparison.Ordinal))
            project += "/";
        if (project.Length > 0 && path.StartsWith(project + Root, StringComparison.Ordinal))
            return path.Substring(project.Length + Root.Length);
        if (path.StartsWith(Root, StringComparison.Ordinal))
            return path.Substring(Root.Length);
        int inside = path.IndexOf("/" + Root, StringComparison.Ordinal);
        return inside >= 0 ? path.Substring(inside + Root.Length + 1) : null;
    }

    private static string? Cut(string text, string end) =>
        text.Length > end.Length && text.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            ? text.Substring(0, text.Length - end.Length)
            : null;
}
