using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Checks;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views.Uses;

/// <summary>The calls in the app's C# that name a view which is not there.</summary>
internal static class MissingViews
{
    /// <param name="uses">All calls.</param>
    /// <param name="names">The names of all templates.</param>
    /// <param name="settings">The namespace of the views, if there are any.</param>
    /// <returns>The calls in vain. Those for which nothing can be written to stand in are left to the C# compiler.</returns>
    public static EquatableArray<ViewUse> Among(EquatableArray<ViewUse> uses, EquatableArray<ViewName> names, ViewSettings settings)
    {
        if (!settings.HasViews)
            return EquatableArray<ViewUse>.Empty;
        var known = new HashSet<string>(names.Where(ViewChecker.IsCallable).Select(name => name.Full));
        var missing = new List<ViewUse>();
        var taken = new HashSet<string>(known);
        foreach (var use in uses)
        {
            if (known.Contains(use.Name) || !use.IsIn(settings.Namespace) || !FitsBeside(use.Name, taken))
                continue;
            missing.Add(use);
            taken.Add(use.Name);
        }
        return missing.ToEquatableArray();
    }

    public static DiagnosticInfo Report(ViewUse use, EquatableArray<ViewName> names) =>
        DiagnosticInfo.At(use.Where, ViewsDiagnostics.UnknownView, use.Name, ViewChecker.Suggest(use.Name, names, isPartial: false));

    // A class of C# cannot be called like one of its members, nor two members be called the same.
    private static bool FitsBeside(string name, HashSet<string> taken)
    {
        string[] parts = name.Split('.');
        return parts.Append("Views").Distinct().Count() == parts.Length + 1
            && !taken.Any(other => IsBelow(other, name) || IsBelow(name, other));
    }

    private static bool IsBelow(string name, string folder) => name.StartsWith(folder + ".", StringComparison.Ordinal);
}
