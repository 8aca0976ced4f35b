using System.Diagnostics;

namespace Stryke.Web.Persistence;

/// <summary>Finds the line of the app that asked for a statement which has failed. Only for failures: it reads the stack.</summary>
internal static class CallerLine
{
    private const string At = "   at ",
        In = " in ",
        Line = ":line ";

    /// <summary>
    /// The innermost frame with a source line that is neither this library's nor generated: <c>/blog/app/models/Post.cs:12</c>; null when
    /// there is none.
    /// </summary>
    public static string? Find() => Find(new StackTrace(1, fNeedFileInfo: true).ToString());

    internal static string? Find(string stack)
    {
        foreach (var frame in stack.AsSpan().EnumerateLines())
        {
            if (!frame.StartsWith(At) || IsLibraryFrame(frame[At.Length..]))
                continue;
            int place = frame.LastIndexOf(In),
                line = frame.LastIndexOf(Line);
            if (place < 0 || line < place)
                continue;
            var file = frame[(place + In.Length)..line];
            if (!file.EndsWith(".g.cs"))
                return $"{file}:{frame[(line + Line.Length)..]}";
        }
        return null;
    }

    private static bool IsLibraryFrame(ReadOnlySpan<char> frame) =>
        frame.StartsWith("System.") || (frame.StartsWith("Stryke.Web.") && !frame.StartsWith("Stryke.Web.Specs."));
}
