using Acornima;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>What a real parser of JavaScript makes of a script: its tokens.</summary>
internal static class ScriptParts
{
    /// <returns>The tokens in their order; null where the script is none.</returns>
    public static IReadOnlyList<(TokenKind Kind, int Start, int End)>? Of(string script, bool isModule)
    {
        var tokens = new List<(TokenKind, int, int)>();
        var options = new ParserOptions
        {
            EcmaVersion = EcmaVersion.ES2025,
            ExperimentalESFeatures = ExperimentalESFeatures.ImportAttributes,
            RegExpParseMode = RegExpParseMode.Skip,
            AllowReturnOutsideFunction = false,
            OnToken = (in Token token) => tokens.Add((token.Kind, token.Start, token.End)),
        };
        try
        {
            var parser = new Parser(options);
            _ = isModule ? (object)parser.ParseModule(script) : parser.ParseScript(script);
            return tokens;
        }
        catch (ParseErrorException)
        {
            return null;
        }
    }
}
