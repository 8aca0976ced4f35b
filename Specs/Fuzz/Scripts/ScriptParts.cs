using Acornima;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>What a parser of JavaScript that is not ours makes of a script.</summary>
internal static class ScriptParts
{
    /// <returns>The tokens in their order; null where the script is none.</returns>
    public static IReadOnlyList<ScriptPart>? Of(string script, bool isModule)
    {
        var tokens = new List<ScriptPart>();
        var parser = new Parser(
            new ParserOptions { OnToken = (in Token token) => tokens.Add(new ScriptPart(token.Kind, token.Start, token.End)) }
        );
        try
        {
            _ = isModule ? (object)parser.ParseModule(script) : parser.ParseScript(script);
            return tokens;
        }
        catch (ParseErrorException)
        {
            return null;
        }
    }
}
