using System.Globalization;

namespace Stryke.Web.Middleware.Faults;

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
            if (text.StartsWith("at "))
                frames.Add(Parse(text[3..]));
            else if (TraceText.IsOmission(text))
                frames.Add(new StackFrame(text.ToString(), null, 0));
        }

        return frames;
    }

    /// <summary>All frames of an exception, those of the app before those of the framework.</summary>
    internal static IEnumerable<StackFrame> AppFirst(Exception exception, string? sourceRoot) =>
        Of(exception).OrderBy(frame => !IsOwn(frame, sourceRoot));

    /// <summary>
    /// The innermost frame of the app itself, in the exception or else in its causes; null when none of its code took part.
    /// </summary>
    internal static StackFrame? Culprit(Exception exception, string? sourceRoot)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (Of(fault).Find(frame => IsOwn(frame, sourceRoot)) is { } own)
                return own;
        }

        return null;
    }

    /// <summary>
    /// Whether a frame is of the app: its source is in the app's folder; where that is not known, it is neither of the framework nor
    /// generated.
    /// </summary>
    internal static bool IsOwn(StackFrame frame, string? sourceRoot) =>
        sourceRoot is not null
            ? SourcePath.IsBelow(frame.File, sourceRoot) && !IsGenerated(frame)
            : !FrameworkNames.Has(frame.Method) && !IsGenerated(frame);

    private static bool IsGenerated(StackFrame frame) => frame.File is { } file && file.EndsWith(".g.cs", StringComparison.Ordinal);

    // "Blog.PostsController.Show(Int64 id) in /blog/app/controllers/PostsController.cs:line 12"
    private static StackFrame Parse(ReadOnlySpan<char> text)
    {
        int file = text.IndexOf(") in ");
        int line = text.LastIndexOf(":line ");
        if (file < 0 || line < file || !int.TryParse(text[(line + 6)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return new StackFrame(MethodName.Clean(text.ToString()), null, 0);
        return new StackFrame(MethodName.Clean(text[..(file + 1)].ToString()), text[(file + 5)..line].ToString(), number);
    }
}
