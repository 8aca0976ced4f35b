using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>A property that is a column.</summary>
/// <param name="Name">Its name: <c>AuthorId</c>.</param>
/// <param name="ColumnName">The column: <c>author_id</c>.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Modifiers">The modifiers as they stand: <c>public partial</c>.</param>
/// <param name="SetModifier">The modifier of <c>set</c> as it stands, with a space after it; mostly empty.</param>
/// <param name="Rules">Its rules in the order they stand.</param>
internal sealed record ColumnProperty(
    string Name,
    string ColumnName,
    ColumnType Type,
    string Modifiers,
    string SetModifier,
    EquatableArray<Rule> Rules
)
{
    /// <summary>The field that holds it.</summary>
    public string Field => "_" + char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    public string Label => Naming.Humanize(Name);

    /// <summary>Its name in JSON.</summary>
    public string JsonName { get; init; } = JsonMark.CamelCase(Name);

    /// <summary>Whether it is written as JSON.</summary>
    public JsonUse Json { get; init; }
}
