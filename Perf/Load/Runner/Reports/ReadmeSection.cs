namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>The part of a document between two markers, which a program writes; the rest is left as people wrote it.</summary>
internal static class ReadmeSection
{
    public const string Begin = "<!-- written by bin/bench --publish: begin -->",
        End = "<!-- written by bin/bench --publish: end -->";

    /// <returns>The document with <paramref name="content"/> in place of what was between the markers.</returns>
    /// <exception cref="BenchException">The markers are not there, once each and in order.</exception>
    public static string Replace(string document, string content)
    {
        int begin = document.IndexOf(Begin, StringComparison.Ordinal),
            end = document.IndexOf(End, StringComparison.Ordinal);
        bool isOnce =
            begin == document.LastIndexOf(Begin, StringComparison.Ordinal) && end == document.LastIndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin || !isOnce)
            throw new BenchException($"the table goes between '{Begin}' and '{End}', and these are not there once each, in this order");
        return $"{document[..(begin + Begin.Length)]}\n\n{content.Trim()}\n\n{document[end..]}";
    }
}
