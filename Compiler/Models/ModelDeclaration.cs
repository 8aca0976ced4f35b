using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>A model as its author declares it.</summary>
/// <param name="Name">The class.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="IsPublic">Whether it is public; what is generated for it is as visible as it is.</param>
/// <param name="Table">Its table.</param>
/// <param name="Timestamps">What <c>[Table(Timestamps = …)]</c> says; null when it says nothing.</param>
/// <param name="HasConstructor">Whether its author wrote a constructor without parameters.</param>
/// <param name="TakesRequestData">Whether request data can be assigned: the app references the controllers.</param>
/// <param name="Columns">The properties that are columns, without the id.</param>
/// <param name="Associations">The properties that are associations.</param>
/// <param name="Callbacks">The methods that run at a moment.</param>
/// <param name="Stubs">Partial properties that were declared wrongly.</param>
/// <param name="ErrorMembers">What lambdas still see of properties that were declared wrongly.</param>
/// <param name="Taken">Which names of generated conveniences its author has given to members of his own.</param>
internal sealed record ModelDeclaration(
    string Name,
    string Namespace,
    bool IsPublic,
    string Table,
    bool? Timestamps,
    bool HasConstructor,
    bool TakesRequestData,
    EquatableArray<ColumnProperty> Columns,
    EquatableArray<AssociationProperty> Associations,
    EquatableArray<CallbackMethod> Callbacks,
    EquatableArray<StubProperty> Stubs,
    EquatableArray<ErrorMember> ErrorMembers,
    EquatableArray<string> Taken
)
{
    /// <summary>
    /// Whether members of the author's own, which are reported where they stand, have no value after the generated constructor.
    /// </summary>
    public bool LeavesUnset { get; init; }

    /// <summary>
    /// Whether its author's half says that it derives from <c>Model</c>; when the name is misspelt, which C# says, the other half does.
    /// </summary>
    public bool HasBase { get; init; } = true;

    /// <summary>Whether it is written as JSON: the app references what writes it.</summary>
    public bool WritesJson { get; init; }

    /// <summary>The type in full: <c>global::Blog.Post</c>.</summary>
    public string Type => Qualified(Name);

    public string Accessibility => IsPublic ? "public" : "internal";

    /// <summary>A type beside it in full: <c>global::Blog.PostColumns</c>.</summary>
    public string Companion(string suffix) => Qualified(Name + suffix);

    private string Qualified(string name) => Namespace.Length == 0 ? $"global::{name}" : $"global::{Namespace}.{name}";
}
