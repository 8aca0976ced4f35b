using System.Text;

namespace Stryke.Web.Views.Forms;

/// <summary>What a form knows of one field.</summary>
/// <param name="Name">The name it is sent under: <c>post[title]</c>.</param>
/// <param name="Id">Its element's id: <c>post_title</c>.</param>
/// <param name="Label">What people call it: <c>Title</c>.</param>
/// <param name="Value">What it holds: the model's value, or the input that the model rejected. Null when it holds nothing.</param>
/// <param name="Errors">What is wrong with it, each a message for people; empty when nothing is.</param>
public readonly record struct FormField(string Name, string Id, string Label, string? Value, IReadOnlyList<string> Errors)
{
    /// <summary>
    /// Describes a field by the conventions: <c>post</c> and <c>author_id</c> make <c>post[author_id]</c>, <c>post_author_id</c> and
    /// <c>Author</c>.
    /// </summary>
    /// <param name="model">The model's name in snake case.</param>
    /// <param name="column">The column's name in snake case.</param>
    /// <param name="value">What the field holds.</param>
    /// <param name="errors">What is wrong with it.</param>
    public static FormField Of(string model, string column, string? value, IReadOnlyList<string> errors) =>
        new($"{model}[{column}]", $"{model}_{column}", Humanize(column), value, errors);

    /// <summary>Whether it holds a number with decimals.</summary>
    public bool AllowsDecimals { get; init; }

    /// <summary>The id of the element that shows the field's errors.</summary>
    public string ErrorId => Id + "_error";

    /// <summary>Whether there is anything wrong with it.</summary>
    public bool HasErrors => Errors.Count > 0;

    private static string Humanize(string column)
    {
        var words = column.EndsWith("_id", StringComparison.Ordinal) ? column.AsSpan(0, column.Length - 3) : column;
        var text = new StringBuilder(words.Length).Append(words).Replace('_', ' ');
        if (text.Length > 0)
            text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
