using Stryke.Web.Compiler.Views.Html;

namespace Stryke.Web.Specs.Compiler.Views.Html;

/// <summary>Trackers that have read some text, in which <c>☐</c> is a value.</summary>
internal static class Tracked
{
    public static HtmlTracker After(string before)
    {
        var tracker = new HtmlTracker();
        tracker.Run(before);
        return tracker;
    }

    public static void Run(this HtmlTracker tracker, string text)
    {
        foreach (char c in text)
        {
            if (c == '☐')
                tracker.Value(out _);
            else
                tracker.Next(c, 0);
        }
    }
}
