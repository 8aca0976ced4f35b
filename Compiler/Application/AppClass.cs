using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>One class of the app that the composition needs: the application, the routes, a migration, seeds or a model.</summary>
/// <param name="Root">Which of <see cref="KnownTypes"/> it derives from.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsExtensible">Whether its other half can be written: it stands in no other type.</param>
/// <param name="NamesItself">Whether it overrides <c>Name</c>, which is then not generated.</param>
/// <param name="Where">Its name in the source.</param>
internal sealed record AppClass(string Root, string Namespace, string Name, bool IsExtensible, bool NamesItself, SourceSpan Where)
{
    /// <summary>How its other half begins: the types that it stands in, and itself; empty when one of them is not partial.</summary>
    public EquatableArray<string> Headers { get; init; } = EquatableArray<string>.Empty;

    public string FullName => Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";
}
