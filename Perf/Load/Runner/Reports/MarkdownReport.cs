using System.Text;
using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Measures;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>The run as Markdown: two overviews (medians), and all figures with their ranges.</summary>
internal sealed class MarkdownReport(Run run)
{
    private readonly IReadOnlyList<Scenario> _rows =
    [
        .. Scenario.All.Where(scenario => run.Figures.Any(figure => figure.Row == scenario.Key)),
    ];

    /// <param name="file">The name of the file that the run is kept in.</param>
    public string Write(string file)
    {
        var text = new StringBuilder();
        text.Append($"{run.At:yyyy-MM-dd HH:mm} UTC, `results/{file}`. {run.Machine}. {run.Settings}.\n\n");
        foreach (string note in run.Notes)
            text.Append($"* {Cell(note)}\n");
        if (run.Notes.Count > 0)
            text.Append('\n');

        text.Append("**Requests, or gigabytes, in a second** (medians)\n\n");
        Overview(text, (figure, isTransfer) => Show.Rate(figure.Rate.Median, isTransfer) + Cell(Show.Marks(figure)));
        text.Append("\n**Server CPU: µs for a request, or ms for a gigabyte** (medians)\n\n");
        Overview(text, (figure, isTransfer) => Show.Cpu(figure.Cpu.Median, isTransfer));
        AtRest(text);
        text.Append('\n').AppendJoin("<br>\n", Legend.Of(run).Select(Cell)).Append('\n');
        Details(text);
        return text.ToString();
    }

    private void Overview(StringBuilder text, Func<Figure, bool, string> show)
    {
        text.Append("| |")
            .AppendJoin("|", _rows.Select(row => $" {row.Name} "))
            .Append("|\n|---|")
            .Append(string.Concat(_rows.Select(_ => "---:|")))
            .Append('\n');
        foreach (var contender in run.Contenders)
        {
            var cells = _rows
                .Select(row => run.Find(row.Key, contender.Key) is { } figure ? show(figure, row.IsTransfer) : Show.None)
                .ToList();
            if (cells.TrueForAll(cell => cell == Show.None))
                continue;
            text.Append($"| {Name(contender)} | ").AppendJoin(" | ", cells).Append(" |\n");
        }
    }

    private void AtRest(StringBuilder text)
    {
        if (run.AtRest.All(figure => figure.ColdStartMs is null && figure.ResidentBytes is null))
            return;
        text.Append(
            "\n**At rest**\n\n| | cold start, ms | resident when idle, MiB | KiB for each idle connection |\n|---|---:|---:|---:|\n"
        );
        foreach (var contender in run.Contenders)
        {
            if (run.FindAtRest(contender.Key) is { } figure)
            {
                text.Append(
                    $"| {Name(contender)} | {Show.Range(figure.ColdStartMs, ms => Show.Milliseconds(ms))} | "
                        + $"{Show.Mebibytes(figure.ResidentBytes)} | {Show.Kibibytes(figure.BytesPerConnection)} |\n"
                );
            }
        }
    }

    private void Details(StringBuilder text)
    {
        text.Append($"\n<details><summary>Every figure: median (min–max); × is against {Legend.Peer(run)} in the same round</summary>\n\n");
        foreach (var row in _rows)
        {
            text.Append(
                $"| {row.Name} | {(row.IsTransfer ? "GB/s" : "requests/s")} | CPU {(row.IsTransfer ? "ms/GB" : "µs/request")} | × "
                    + "rate | × CPU | server busy | load busy |\n|---|---:|---:|---:|---:|---:|---:|\n"
            );
            foreach (var contender in run.Contenders)
            {
                if (run.Find(row.Key, contender.Key) is not { } figure)
                    continue;
                text.Append(
                    $"| {Name(contender)} | "
                        + $"{Show.Range(figure.Rate, rate => Show.Rate(rate, row.IsTransfer))}{Cell(Show.Marks(figure))} | "
                        + $"{Show.Range(figure.Cpu, cpu => Show.Cpu(cpu, row.IsTransfer))} "
                        + $"| {Show.Range(figure.Ratio, ratio => Show.Times(ratio))} | "
                        + $"{Show.Range(figure.CpuRatio, ratio => Show.Times(ratio))} | "
                        + $"{Show.Percent(figure.ServerShare.Median)} | {Show.Percent(figure.LoadShare.Median)} |\n"
                );
            }
            text.Append('\n');
        }
        text.Append("</details>\n");
    }

    private static string Name(Run.Participant contender) =>
        contender.Kind == ContenderKind.Ours ? $"**{contender.Name}**" : contender.Name;

    // What Markdown would take for its own.
    private static string Cell(string text) =>
        text.Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("~", "\\~", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);
}
