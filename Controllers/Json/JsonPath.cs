using System.ComponentModel;

namespace Stryke.Web.Controllers.Json;

/// <summary>
/// The association behind which a column of a list stands: <c>p.Author</c> of <c>p.Author.Name</c>. Made by generated code.
/// </summary>
/// <param name="outer">The association before it; null at the top.</param>
/// <param name="member">The number of the association in its model.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonPath(JsonPath? outer, int member)
{
    internal JsonPath? Outer => outer;

    internal int Member => member;
}
