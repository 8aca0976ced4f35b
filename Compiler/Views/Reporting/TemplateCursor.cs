using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Reporting;

/// <summary>Turns offsets of a template into places that a diagnostic or a <c>#line</c> can name.</summary>
internal sealed class TemplateCursor(string path, SourceText text)
{
    public SourceSpan Span(int offset, int length)
    {
        int start = Math.Min(offset, text.Length);
        var span = new TextSpan(start, Math.Min(length, text.Length - start));
        return new SourceSpan(path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The line of an offset, from 1.</summary>
    public int Line(int offset) => text.Lines.GetLinePosition(offset).Line + 1;

    public LinePositionSpan Lines(int offset, int length) => text.Lines.GetLinePositionSpan(new TextSpan(offset, length));
}
