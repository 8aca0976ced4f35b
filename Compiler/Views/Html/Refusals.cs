namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Why a value must not stand somewhere, and what to write instead.</summary>
internal static class Refusals
{
    public static string Explain(HtmlState state) => state.Place switch
    {
        HtmlPlace.TagOpen or HtmlPlace.EndTagOpen or HtmlPlace.TagName => "as the name of a tag: choose between tags with '<% if %>'",
        HtmlPlace.BeforeValue or HtmlPlace.Unquoted => $"as the value of '{state.Attribute}' without quotes: put quotes around it",
        HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => InValue(state),
        HtmlPlace.Comment or HtmlPlace.BogusComment or HtmlPlace.MarkupDeclaration =>
            "into a comment or a declaration: '<%# … %>' is a comment that nobody is sent",
        HtmlPlace.RcData => $"into the middle of an end tag of <{state.Tag}>",
        HtmlPlace.RawText => InRawText(state),
        HtmlPlace.Script => InScript(state),
        _ => "as the name of an attribute: write it out, with '<% if %>' around it where it depends on something",
    };

    private static string InValue(HtmlState state)
    {
        if (Elements.IsEventHandler(state.Attribute))
        {
            return $"into '{state.Attribute}', where it would be run: put it into a data- attribute and read it in a script";
        }
        return state.Attribute switch
        {
            "style" => "into 'style', where it would be read as CSS: choose between classes",
            "srcdoc" => "into 'srcdoc', where it would be a page of its own",
            _ => $"into '{state.Attribute}' after a scheme that could run it: http, https, mailto, tel, sms and ftp are known to be harmless",
        };
    }

    private static string InRawText(HtmlState state) => state.Tag switch
    {
        "style" => "into <style>, where it would be read as CSS: choose between classes",
        "script" => "into a script that is neither JavaScript nor JSON",
        _ => $"into <{state.Tag}>, where nothing is decoded",
    };

    private static string InScript(HtmlState state) => state.Script.Place switch
    {
        _ when state.Pending.Length > 0 => "into the middle of an end tag of <script>",
        _ when state.Script.IsOpaque => "into a script after '<!--'",
        _ when state.Script.Escaped => "right after a backslash",
        ScriptPlace.LineComment or ScriptPlace.BlockComment => "into a comment of a script",
        ScriptPlace.Template => "right after the '$' of a template literal",
        _ => "into a regular expression of a script: build it with new RegExp and a string",
    };
}
