using System.Text.Json;
using System.Xml.Linq;
using Stryke.Web.Perf.Runner;
using Stryke.Web.Perf.Runner.Reports;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class ReportsSpec
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string Markdown = new MarkdownReport(Runs.Small).Write("20261126-190507.json");

    [Theory]
    [InlineData("| **Stryke Web** | 160,000 \\* | 6.50 |")]
    [InlineData("| bare loop, epoll | 200,000 \\~ | – |")]
    [InlineData("| Kestrel | 12.50 | 200 |")]
    [InlineData("| **Stryke Web** | 7.6 (7.1–9.0) | 9.5 | 1.50 |")]
    [InlineData(
        "| **Stryke Web** | 160,000 (80,000–240,000) \\* | 5.50 (2.75–8.25) | 2.00 (1.00–3.00) | 2.00 (1.00–3.00) | 100 % | 99 % |"
    )]
    [InlineData("* left out: Go & net/http")]
    public void The_tables_have_medians_ranges_marks_and_a_dash_for_what_a_peer_cannot_do(string line) =>
        Assert.Contains(line, Markdown, StringComparison.Ordinal);

    [Fact]
    public void Every_table_row_has_as_many_cells_as_its_head()
    {
        int expected = 0;
        foreach (string line in Markdown.Split('\n'))
        {
            if (!line.StartsWith('|'))
                expected = 0;
            else if (expected == 0)
                expected = line.Count(c => c == '|');
            else
                Assert.Equal(expected, line.Count(c => c == '|'));
        }
    }

    [Fact]
    public void The_terminal_sees_the_same_figures_and_what_the_marks_mean()
    {
        var output = new StringWriter();
        new TextReport(Runs.Small).Print(output);
        string text = output.ToString();
        Assert.Contains("160,000 (80,000–240,000)", text, StringComparison.Ordinal);
        Assert.Contains("× Kestrel", text, StringComparison.Ordinal);
        Assert.Contains("* the load generator's CPU was full", text, StringComparison.Ordinal);
        Assert.Contains("~ the machine had other work", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_is_well_formed_with_a_bar_for_each_figure_and_ours_marked()
    {
        var chart = XDocument.Parse(new BarChart(Runs.Small).Draw());
        string[] bars = [.. chart.Descendants(Svg + "rect").Select(bar => bar.Attribute("class")!.Value)];
        Assert.Equal(["ours", "floor", "peer", "ours", "peer", "ours", "ours", "ours"], bars);
        Assert.Contains(chart.Descendants(Svg + "text"), text => text.Value.Contains("A CPU <fast>", StringComparison.Ordinal));
    }

    [Fact]
    public void Bars_are_as_long_as_their_figures_and_stay_inside()
    {
        var chart = XDocument.Parse(new BarChart(Runs.Small).Draw());
        double[] widths = [.. chart.Descendants(Svg + "rect").Select(bar => (double)bar.Attribute("width")!)];
        Assert.Equal(160.0 / 200, widths[0] / widths[1], 2);
        double width = (double)chart.Root!.Attribute("width")!;
        Assert.All(chart.Descendants(Svg + "line"), line => Assert.InRange((double)line.Attribute("x2")!, 0, width));
    }

    [Fact]
    public void A_kept_run_reads_back_as_it_was()
    {
        string text = RunFile.Text(Runs.Small);
        Assert.Equal(text, RunFile.Text(RunFile.Parse(text)));
        Assert.Equal("20261126-190507.json", RunFile.Name(Runs.Small));
        Assert.Throws<JsonException>(() => RunFile.Parse("{}"));
    }

    [Fact]
    public void Publishing_writes_the_run_the_chart_and_the_table_or_nothing_at_all()
    {
        string perf = Directory.CreateTempSubdirectory("stryke-perf-").FullName;
        string readme = Path.Combine(perf, "README.md");
        File.WriteAllText(readme, "no markers");
        Assert.Throws<BenchException>(() => Publication.Publish(Runs.Small, perf));
        Assert.False(Directory.Exists(Path.Combine(perf, "results")));

        File.WriteAllText(readme, $"{ReadmeSection.Begin}{ReadmeSection.End}");
        Publication.Publish(Runs.Small, perf);
        Assert.Contains("160,000", File.ReadAllText(readme), StringComparison.Ordinal);
        Assert.Equal(
            ["20261126-190507.json", "latest.svg"],
            Directory.GetFiles(Path.Combine(perf, "results")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Directory.Delete(perf, recursive: true);
    }
}
