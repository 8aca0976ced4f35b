using System.ComponentModel;

namespace Stryke.Web.Controllers.Json;

/// <summary>One entry of a list of columns: <c>p.Title</c>, <c>p.Author.Name</c>, or an association as a whole, <c>p.Author</c>.</summary>
public readonly struct JsonColumn
{
    internal const int None = -1;

    /// <summary>A column, as generated code names it.</summary>
    /// <param name="path">The associations that lead to it; null for a column of the model itself.</param>
    /// <param name="member">Its number in its model.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public JsonColumn(JsonPath? path, int member)
    {
        Path = path;
        Member = member;
    }

    internal JsonPath? Path { get; }

    internal int Member { get; }

    /// <summary>All that <c>Json(model)</c> writes of what the path leads to.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static JsonColumn Whole(JsonPath? path) => new(path, None);
}
