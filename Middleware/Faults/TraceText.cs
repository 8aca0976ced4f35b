namespace Stryke.Web.Middleware.Faults;

/// <summary>
/// A stack trace without the middle of a very deep one: after a recursion that did not end, ten thousand frames tell no more than
/// the first and the last, and would push everything else out of the log.
/// </summary>
internal static class TraceText
{
    private const int FirstFrames = 60;
    private const int LastFrames = 20;
    private const string FrameMark = "   at ";
    private const char OmissionMark = '…';

    /// <summary>Leaves out the middle of each stack that is too deep. A text without one is returned as it is.</summary>
    public static string Shorten(string trace)
    {
        string[] lines = trace.Split('\n');
        if (lines.Length <= FirstFrames + LastFrames)
            return trace;
        var kept = new List<string>();
        for (int i = 0; i < lines.Length; )
        {
            int frames = FramesFrom(lines, i);
            int left = frames - FirstFrames - LastFrames;
            if (left > 1)
            {
                kept.AddRange(lines[i..(i + FirstFrames)]);
                kept.Add($"   {OmissionMark} {left} frames left out {OmissionMark}");
                kept.AddRange(lines[(i + frames - LastFrames)..(i + frames)]);
            }
            else
            {
                kept.AddRange(lines[i..(i + Math.Max(frames, 1))]);
            }

            i += Math.Max(frames, 1);
        }

        return string.Join('\n', kept);
    }

    /// <summary>Whether a line, without its indentation, stands for frames that were left out.</summary>
    public static bool IsOmission(ReadOnlySpan<char> line) => line.StartsWith([OmissionMark]);

    private static int FramesFrom(string[] lines, int first)
    {
        int end = first;
        while (end < lines.Length && lines[end].StartsWith(FrameMark, StringComparison.Ordinal))
            end++;
        return end - first;
    }
}
