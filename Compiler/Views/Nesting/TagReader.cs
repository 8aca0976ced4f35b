using Stryke.Web.Compiler.Views.Html;

namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>Tells the tags from what the tokenizer does at a <c>&gt;</c>.</summary>
internal static class TagReader
{
    /// <param name="elements">Is told of the tag.</param>
    /// <param name="before">Where the tokenizer was before the <c>&gt;</c>.</param>
    /// <param name="after">Where it is behind it.</param>
    /// <param name="opening">Where the last <c>&lt;</c> stands.</param>
    /// <param name="hasSlash">Whether a slash stands before the <c>&gt;</c>.</param>
    public static void EndOfTag(ElementTracker elements, HtmlState before, HtmlState after, int opening, bool hasSlash)
    {
        switch (before.Place)
        {
            case HtmlPlace.RcData or HtmlPlace.RawText or HtmlPlace.Script:
                if (after.Place == HtmlPlace.Text)
                    elements.End(before.Tag, opening);
                break;
            case HtmlPlace.BeforeValue or HtmlPlace.Unquoted:
            case HtmlPlace.TagName or HtmlPlace.BeforeAttribute or HtmlPlace.AttributeName or HtmlPlace.AfterAttributeName:
            case HtmlPlace.AfterBlock:
                if (before.IsEndTag)
                    elements.End(before.Tag, opening);
                else
                    elements.Start(before.Tag, opening, hasSlash && before.Place == HtmlPlace.BeforeAttribute);
                break;
        }
    }
}
