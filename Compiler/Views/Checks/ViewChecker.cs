using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Reporting;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Views.Checks;

/// <summary>
/// Holds a template against the names of all the others: what it calls must be there, and nothing else may be called like it.
/// </summary>
internal static class ViewChecker
{
    /// <param name="view">The template.</param>
    /// <param name="names">The names of all templates, itself among them, in the order of their paths.</param>
    /// <returns>The template with what is wrong about it; without its body when that is an error.</returns>
    public static ViewModel Check(ViewModel view, EquatableArray<ViewName> names)
    {
        var found = new List<DiagnosticInfo>();
        if (TwinOf(view.Name, names) is { } twin)
        {
            var start = new SourceSpan(view.Name.FilePath, default, default(LinePositionSpan));
            found.Add(DiagnosticInfo.At(start, ViewsDiagnostics.DuplicateView, "Views." + view.Name.Full, twin.TemplatePath));
        }
        foreach (var reference in view.References)
        {
            if (names.Any(name => IsCallable(name) && name.Full == reference.Name))
                continue;
            string hint = Suggest(reference.Name, names, isPartial: true);
            found.Add(DiagnosticInfo.At(reference.Where, ViewsDiagnostics.UnknownView, reference.Name, hint));
        }
        if (found.Count == 0)
            return view;
        return view with { Nodes = EquatableArray<ViewNode>.Empty, Diagnostics = view.Diagnostics.Concat(found).ToEquatableArray() };
    }

    /// <summary>Whether code is made of it: of two that are called the same, only of the first.</summary>
    public static bool IsEmitted(ViewModel view, EquatableArray<ViewName> names) =>
        view.Name.Problem is null && TwinOf(view.Name, names) is null;

    /// <summary>An earlier template with the same name; or, for <c>Views.A.B</c>, a folder that is <c>Views.A.B</c> already.</summary>
    private static ViewName? TwinOf(ViewName name, EquatableArray<ViewName> names)
    {
        if (name.Problem is not null)
            return null;
        foreach (var other in names)
        {
            if (other.FilePath == name.FilePath || other.Problem is not null)
                continue;
            bool earlier = string.CompareOrdinal(other.FilePath, name.FilePath) < 0;
            if (earlier && other.Flat == name.Flat)
                return other;
            if (!name.IsLayout && other.Full.StartsWith(name.Full + ".", StringComparison.Ordinal))
                return other;
        }
        return null;
    }

    /// <summary>Whether controllers and other views can call it.</summary>
    public static bool IsCallable(ViewName name) => name.Problem is null && !name.IsLayout;

    /// <summary>How the message goes on: the nearest name, or the file that would be one.</summary>
    public static string Suggest(string name, EquatableArray<ViewName> names, bool isPartial)
    {
        string? nearest = NearestName.Of(name, names.Where(IsCallable).Select(known => known.Full));
        if (nearest is not null)
            return $"; did you mean Views.{nearest}?";
        string[] parts = name.Split('.');
        string last = (isPartial ? "_" : "") + Naming.SnakeCase(parts[parts.Length - 1]);
        string file = string.Join("/", parts.Take(parts.Length - 1).Select(Naming.SnakeCase).Append(last));
        return $"; app/views/{file}.html.erb would be one";
    }
}
