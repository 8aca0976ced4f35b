using Stryke.Web.Perf.Runner.Measures;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>Puts a run where readers see it: <c>results/</c>, the chart, and the table of the README.</summary>
internal static class Publication
{
    /// <returns>What was written.</returns>
    public static string Publish(Run run, string perf)
    {
        string readme = Path.Combine(perf, "README.md"),
            results = Path.Combine(perf, "results");
        // First what can fail.
        string document = ReadmeSection.Replace(
            File.ReadAllText(readme),
            $"![The latest run as bars](results/latest.svg)\n\n{new MarkdownReport(run).Write(RunFile.Name(run))}"
        );
        string kept = RunFile.Save(run, results);
        File.WriteAllText(Path.Combine(results, "latest.svg"), new BarChart(run).Draw());
        File.WriteAllText(readme, document);
        return $"Published: {kept}, latest.svg beside it, and the table in {readme}";
    }
}
