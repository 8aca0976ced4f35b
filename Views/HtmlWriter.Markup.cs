using System.Buffers;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Views;

/// <content>Attributes whose names are only known at run time: those that helpers are given.</content>
public sealed partial class HtmlWriter
{
    private static readonly SearchValues<char> AttributeNameChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:."
    );

    /// <summary>Writes <c> name="value"</c>, escaped for what the attribute means; nothing when the value is null.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Its value; empty for one that only has to be there.</param>
    /// <exception cref="ArgumentException">
    /// The name is none, or one whose value would be run: <c>on…</c>, <c>style</c>, <c>srcdoc</c>, <c>archive</c>.
    /// </exception>
    public void NamedAttribute(string name, string? value)
    {
        if (value is null)
            return;
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(AttributeNameChars))
        {
            throw new ArgumentException($"\"{name}\" is not the name of an attribute.", nameof(name));
        }
        var kind = AttributeKinds.Of(name.ToLowerInvariant());
        if (kind is AttributeKind.Code or AttributeKind.Archive)
        {
            throw new ArgumentException($"The value of \"{name}\" would be run as code: use a class or a data- attribute.", nameof(name));
        }
        Literal(" "u8);
        Text(name);
        Literal("=\""u8);
        switch (kind)
        {
            case AttributeKind.Url:
                Url(value);
                break;
            case AttributeKind.UrlSet:
                UrlSet(value);
                break;
            case AttributeKind.UrlList:
                UrlList(value);
                break;
            default:
                Attribute(value);
                break;
        }
        Literal("\""u8);
    }

    /// <summary>Writes each attribute of a list.</summary>
    /// <param name="attributes">Names and values; those with null are left out.</param>
    public void NamedAttributes(ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        foreach ((string name, string? value) in attributes)
            NamedAttribute(name, value);
    }
}
