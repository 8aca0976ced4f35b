using System.Globalization;

namespace Stryke.Web.Middleware.Errors;

/// <summary>
/// Reads the frames of an exception from its stack trace as .NET prints it: there, async methods have their own names, and it
/// needs no reflection, so it works the same in a native executable.
/// </summary>
internal static class StackFrames
{
    internal static List<StackFrame> Of(Exception exception)
    {
        var frames = new List<StackFrame>();
        foreach (var line in TraceText.Shorten(exception.StackTrace ?? "").AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.StartsWith("at ")) frames.Add(Parse(text[3..]));
            else if (TraceText.IsOmission(text)) frames.Add(new StackFrame(text.ToString(), null, 0));
        }

        return frames;
    }

    /// <summary>The innermost frame of the app's own sources, or else the innermost whose source can be read; null when there is none.</summary>
    internal static StackFrame? Culprit(IReadOnlyList<StackFrame> frames, string? sourceRoot) =>
        frames.FirstOrDefault(frame => IsOwn(frame, sourceRoot) && File.Exists(frame.File))
        ?? frames.FirstOrDefault(frame => File.Exists(frame.File));

    internal static bool IsOwn(StackFrame frame, string? sourceRoot) =>
        sourceRoot is not null && SourcePath.IsBelow(frame.File, sourceRoot);

    // "Blog.PostsController.Show(Int64 id) in /blog/app/controllers/PostsController.cs:line 12"
    private static StackFrame Parse(ReadOnlySpan<char> text)
    {
        var file = text.IndexOf(") in ");
        var line = text.LastIndexOf(":line ");
        if (file < 0 || line < file || !int.TryParse(text[(line + 6)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new StackFrame(text.ToString(), null, 0);
        return new StackFrame(text[..(file + 1)].ToString(), text[(file + 5)..line].ToString(), number);
    }
}
