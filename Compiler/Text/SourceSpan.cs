using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Stryke.Web.Compiler.Text;

/// <summary>
/// Where something stands: a file and a span in it, without the syntax tree that a <see cref="Location"/> would keep alive
/// (and that would defeat incremental caching).
/// </summary>
internal sealed record SourceSpan(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceSpan Of(Location location) =>
        new(location.SourceTree?.FilePath ?? location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
