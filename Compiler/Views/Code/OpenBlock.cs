using Stryke.Web.Compiler.Views.Html;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>A bracket that the template's code opened and has yet to close.</summary>
/// <param name="Bracket">The opening bracket.</param>
/// <param name="Keyword">
/// For a brace, what it belongs to: <c>foreach</c>, <c>switch</c>, <c>=&gt;</c> …; empty when that is none of these.
/// </param>
/// <param name="Offset">Where it stands in the template.</param>
/// <param name="State">Where the markup was.</param>
internal readonly record struct OpenBlock(char Bracket, string Keyword, int Offset, HtmlState State)
{
    public bool IsLoop => Keyword is "foreach" or "for" or "while" or "do";

    public bool IsSwitch => Keyword == "switch";

    /// <summary>Whether what it encloses may run more than once, as that of a loop, a lambda or a local function.</summary>
    public bool Repeats =>
        Bracket == '{' && Keyword is not ("if" or "else" or "switch" or "using" or "try" or "catch" or "finally" or "lock");
}
