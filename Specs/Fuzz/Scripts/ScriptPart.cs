using Acornima;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>A token of a script, as a parser sees it.</summary>
internal sealed record ScriptPart(TokenKind Kind, int Start, int End)
{
    /// <summary>The token without what a value may hold.</summary>
    /// <remarks>The quotes of a template literal are tokens of their own.</remarks>
    public string Shape(string script) => Kind switch
    {
        TokenKind.StringLiteral => $"{script[Start]}{script[End - 1]}",
        TokenKind.Template => "",
        _ => script[Start..End],
    };
}
