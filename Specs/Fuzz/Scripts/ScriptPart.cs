using Acornima;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>A token of a script, as a parser sees it.</summary>
internal sealed record ScriptPart(TokenKind Kind, int Start, int End)
{
    /// <summary>The token without what a value may hold.</summary>
    public string Shape(string script) =>
        Kind switch
        {
            TokenKind.StringLiteral => $"{script[Start]}{script[End - 1]}",
            // Its quotes and substitutions are tokens of their own.
            TokenKind.Template => "template",
            _ => script[Start..End],
        };
}
