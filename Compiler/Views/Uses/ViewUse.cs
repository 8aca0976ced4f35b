using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Uses;

/// <summary>A call of a view in the app's own C#: <c>Views.Posts.Index(posts)</c>.</summary>
/// <param name="Name">The view's name without <c>Views.</c>: <c>Posts.Index</c>.</param>
/// <param name="Namespace">The namespace that the call stands in.</param>
/// <param name="Positional">How many arguments have no name.</param>
/// <param name="Named">The names of the others.</param>
/// <param name="Where">Where the name stands.</param>
internal sealed record ViewUse(string Name, string Namespace, int Positional, EquatableArray<string> Named, SourceSpan Where)
{
    /// <summary>Whether <c>Views</c> means the views of the app there.</summary>
    public bool IsIn(string rootNamespace) =>
        Namespace == rootNamespace || Namespace.StartsWith(rootNamespace + ".", StringComparison.Ordinal);
}
