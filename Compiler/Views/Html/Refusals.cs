using Stryke.Web.Compiler.Views.Scripts;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Why a value must not stand somewhere, and what to write instead.</summary>
internal static class Refusals
{
    public static string Explain(HtmlState state) =>
        state.Place switch
        {
            HtmlPlace.TagOpen or HtmlPlace.EndTagOpen or HtmlPlace.TagName => "as the name of a tag: choose between tags with '<% if %>'",
            HtmlPlace.BeforeValue or HtmlPlace.Unquoted => $"as the value of '{state.Attribute}' without quotes: put quotes around it",
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => InValue(state),
            HtmlPlace.Text => state.Foreign.IsScript
                ? "into a script of SVG or MathML, which is read as markup: put the script into a <script> of the page"
                : "into <style>, where it would be read as CSS: choose between classes",
            HtmlPlace.CData => "into a CDATA section, where nothing is decoded",
            HtmlPlace.Comment or HtmlPlace.BogusComment or HtmlPlace.MarkupDeclaration =>
                "into a comment or a declaration: '<%# … %>' is a comment that nobody is sent",
            HtmlPlace.RcData => $"into the middle of an end tag of <{state.Tag}>",
            HtmlPlace.RawText => InRawText(state),
            HtmlPlace.Script => InScript(state),
            _ => "as the name of an attribute: write the name, inside '<% if %>' when it is conditional",
        };

    private static string InValue(HtmlState state)
    {
        if (state.IsMeta("http-equiv"))
            return "into 'http-equiv' after a value in 'content', which it may make a URL: write it out";
        if (state.IsRefresh && state.Url.Part == UrlPart.Delay)
            return "into 'content' of a refresh but as its URL: write '5; url=' before it";
        return state.Attribute switch
        {
            "style" => "into 'style', where it would be read as CSS: choose between classes",
            "srcdoc" => "into 'srcdoc', which is a page of its own",
            "archive" => "into 'archive', which holds a list of programs and is read by no browser any more",
            _ when state.Kind == AttributeKind.Code =>
                $"into '{state.Attribute}', where it would be run: put it into a data- attribute and read it in a script",
            _ => $"into '{state.Attribute}' after a scheme that could run it: http, https, mailto, tel, sms and ftp are known to be "
                + "harmless",
        };
    }

    private static string InRawText(HtmlState state) =>
        state.Tag switch
        {
            "style" => "into <style>, where it would be read as CSS: choose between classes",
            "script" => "into a script that is neither JavaScript nor JSON",
            _ => $"into <{state.Tag}>, where nothing is decoded",
        };

    private static string InScript(HtmlState state) =>
        state.Script.Place switch
        {
            _ when state.Text.Level != ScriptLevel.Plain => "into a script after '<!--', where HTML and JavaScript parsers disagree",
            _ when state.Script.Slot != ScriptSlot.None => "right after '<' of a script, where it could go on to an end tag or a comment",
            _ when state.Script.Escaped && state.Script.Place != ScriptPlace.BlockComment => "right after a backslash",
            ScriptPlace.LineComment or ScriptPlace.BlockComment => "into a comment of a script",
            ScriptPlace.Template => "right after the '$' of a template literal",
            _ => "into a regular expression of a script: build it with new RegExp and a string",
        };
}
