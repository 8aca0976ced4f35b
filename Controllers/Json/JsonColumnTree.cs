using System.ComponentModel;

namespace Stryke.Web.Controllers.Json;

/// <summary>
/// What is written of a model that a list of columns leads to: the list as a tree, in the order in which its members come up first.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonColumnTree
{
    private readonly List<(int Member, JsonColumnTree Inner)> _members = [];

    private JsonColumnTree() { }

    /// <summary>Whether all that <c>Json(model)</c> writes is asked for, beside the members.</summary>
    internal bool IsWhole { get; private set; }

    internal IReadOnlyList<(int Member, JsonColumnTree Inner)> Members => _members;

    internal static JsonColumnTree Of(JsonColumn[] columns)
    {
        var shape = new JsonColumnTree();
        foreach (var column in columns)
        {
            var place = shape.Below(column.Path);
            if (column.Member == JsonColumn.None)
                place.IsWhole = true;
            else
                place.At(column.Member);
        }
        return shape;
    }

    internal bool Has(int member) => _members.Exists(one => one.Member == member);

    private JsonColumnTree Below(JsonPath? path) => path is null ? this : Below(path.Outer).At(path.Member);

    private JsonColumnTree At(int member)
    {
        int index = _members.FindIndex(one => one.Member == member);
        if (index >= 0)
            return _members[index].Inner;
        var inner = new JsonColumnTree();
        _members.Add((member, inner));
        return inner;
    }
}
