using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Errors;

/// <summary>The lines of a source file around one of them.</summary>
/// <param name="First">The number of the first line, from 1.</param>
/// <param name="Lines">The lines, without their ends.</param>
internal sealed record SourceExcerpt(int First, IReadOnlyList<string> Lines)
{
    private const int Around = 6;
    private const long MaxFileBytes = 4 << 20;

    /// <summary>Reads an excerpt; null when the file cannot be read or has no such line.</summary>
    internal static SourceExcerpt? Read(string file, int line)
    {
        try
        {
            using var source = line < 1 ? null : RegularFile.TryOpen(file);
            if (source is null || RandomAccess.GetLength(source) > MaxFileBytes)
                return null;
            int first = Math.Max(1, line - Around);
            using var text = new StreamReader(new FileStream(source, FileAccess.Read));
            var lines = ReadLines(text).Skip(first - 1).Take(line - first + 1 + Around).ToList();
            return lines.Count > line - first ? new SourceExcerpt(first, lines) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> ReadLines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
            yield return line;
    }
}
