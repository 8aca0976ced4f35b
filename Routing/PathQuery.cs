using Stryke.Web.Http;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Routing;

/// <summary>
/// A path with the parameters of its query, one after the other: <c>/posts?q=R%26D&amp;page=2</c>. The generated <c>Paths</c> are made
/// with it. Each value is written as an action's parameter of its type reads it, whatever the culture; null is left out.
/// </summary>
public readonly struct PathQuery
{
    private readonly string _text;
    private readonly bool _hasQuery;

    /// <summary>A path without a query.</summary>
    /// <param name="path">Percent-encoded.</param>
    public PathQuery(string path) => _text = path;

    private PathQuery(string text, bool hasQuery)
    {
        _text = text;
        _hasQuery = hasQuery;
    }

    /// <summary>Adds a text.</summary>
    public PathQuery Text(string name, string? value) =>
        value is null
            ? this
            : new($"{_text}{(_hasQuery ? '&' : '?')}{PercentEncoding.Encode(name)}={PercentEncoding.Encode(value)}", hasQuery: true);

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    public PathQuery Flag(string name, bool? value) =>
        Text(
            name,
            value switch
            {
                true => "true",
                false => "false",
                null => null,
            }
        );

    /// <summary>Adds a number.</summary>
    public PathQuery Number<T>(string name, T? value)
        where T : struct => Value(name, value);

    /// <summary>Adds an id, a date, a time or a duration.</summary>
    public PathQuery Value<T>(string name, T? value)
        where T : struct => Text(name, value is { } given ? ValueWriter.Write(given) : null);

    /// <summary>Adds the name of an enum's member.</summary>
    public PathQuery Choice<T>(string name, T? value)
        where T : struct, Enum => Text(name, value is { } given ? ValueWriter.Text(given) : null);

    /// <summary>The path with its query.</summary>
    public override string ToString() => _text ?? "";
}
