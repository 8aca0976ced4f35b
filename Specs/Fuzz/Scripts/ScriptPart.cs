using Acornima;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>A token of a script, as a parser sees it.</summary>
internal sealed record ScriptPart(TokenKind Kind, int Start, int End)
{
    /// <summary>The token without what a value may hold.</summary>
    public string Shape(string script) => Kind is TokenKind.StringLiteral or TokenKind.Template ? $"{script[Start]}{script[End - 1]}" : script[Start..End];
}
