namespace Stryke.Web.Compiler.Views.Erb;

/// <summary>A piece of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Static text, or what stands between the marks of a tag.</param>
/// <param name="Start">The offset of <paramref name="Text"/> in the template.</param>
/// <param name="TagStart">The offset of the tag's opening mark; that of the text for static text.</param>
internal readonly record struct ErbToken(ErbTokenKind Kind, string Text, int Start, int TagStart)
{
    public int End => Start + Text.Length;
}
