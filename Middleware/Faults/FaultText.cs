using System.Globalization;
using System.Text;

namespace Stryke.Web.Middleware.Faults;

/// <summary>
/// An exception as text, for the log and for clients that take text: what happened, the lines of the app that led there, and behind them
/// those of the framework, in which most faults come up and nobody has to look.
/// </summary>
internal static class FaultText
{
    /// <param name="fault">The exception; its causes follow it.</param>
    /// <param name="sourceRoot">The folder of the app's sources; files are named from there.</param>
    public static string Of(Exception fault, string? sourceRoot)
    {
        var text = new StringBuilder();
        Write(text, fault, sourceRoot, StackFrames.Culprit(fault, sourceRoot));
        return text.ToString();
    }

    private static void Write(StringBuilder text, Exception fault, string? root, StackFrame? culprit)
    {
        text.Append(fault.GetType()).Append(": ").Append(fault.Message);
        var frames = StackFrames.Of(fault);
        var own = frames.FindAll(frame => StackFrames.IsOwn(frame, root));

        // Where the app's code is in a cause only, its line still comes first.
        if (own.Count == 0 && culprit is not null)
            own.Add(culprit);
        var others = frames.FindAll(frame => !own.Contains(frame));
        foreach (var frame in own)
            WriteFrame(text, frame, root, "   at ");
        if (own.Count > 0 && others.Count > 0)
            text.Append("\n   in the framework:");
        foreach (var frame in others)
            WriteFrame(text, frame, root, own.Count > 0 ? "      at " : "   at ");

        foreach (var cause in Causes(fault))
        {
            text.Append("\nCaused by ");
            Write(text, cause, root, null);
        }
    }

    private static IEnumerable<Exception> Causes(Exception fault) =>
        fault is AggregateException several ? several.InnerExceptions
        : fault.InnerException is { } one ? [one]
        : [];

    private static void WriteFrame(StringBuilder text, StackFrame frame, string? root, string at)
    {
        text.Append('\n').Append(at).Append(frame.Method);
        if (frame.File is { } file)
            text.Append(CultureInfo.InvariantCulture, $" in {SourcePath.Show(file, root)}:line {frame.Line}");
    }
}
