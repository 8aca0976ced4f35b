using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Measures;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>The run as a table for a terminal.</summary>
internal sealed class TextReport(Run run)
{
    public void Print(TextWriter output)
    {
        output.WriteLine($"{run.Machine}; {run.Settings}; median (min–max), ratios within a round.");
        string peer = Legend.Peer(run);
        foreach (var scenario in Scenario.All)
        {
            var rows = run
                .Contenders.Select(contender => (contender.Name, Figure: run.Find(scenario.Key, contender.Key)))
                .Where(row => row.Figure is not null)
                .ToList();
            if (rows.Count == 0)
                continue;
            output.WriteLine();
            output.WriteLine(
                $"{scenario.Name, -28}{(scenario.IsTransfer ? "GB/s" : "requests/s"), 32}"
                    + $"{(scenario.IsTransfer ? "CPU ms/GB" : "CPU µs/request"), 26}{$"× {peer}", 22}{"× CPU", 22}"
            );
            foreach (var (name, found) in rows)
            {
                var figure = found!;
                output.WriteLine(
                    $"  {name, -26}{Show.Range(figure.Rate, rate => Show.Rate(rate, scenario.IsTransfer)), 32}"
                        + $"{Show.Range(figure.Cpu, cpu => Show.Cpu(cpu, scenario.IsTransfer)), 26}"
                        + $"{Show.Range(figure.Ratio, ratio => Show.Times(ratio)), 22}"
                        + $"{Show.Range(figure.CpuRatio, ratio => Show.Times(ratio)), 22}{Show.Marks(figure)}"
                );
            }
        }
        PrintAtRest(output);
        output.WriteLine();
        foreach (string line in Legend.Of(run).Concat(run.Notes))
            output.WriteLine(line);
    }

    private void PrintAtRest(TextWriter output)
    {
        if (run.AtRest.All(figure => figure.ColdStartMs is null && figure.ResidentBytes is null))
            return;
        output.WriteLine();
        output.WriteLine($"{"at rest", -28}{"cold start, ms", 32}{"idle, MiB", 26}{"KiB a connection", 22}");
        foreach (var contender in run.Contenders)
        {
            if (run.FindAtRest(contender.Key) is not { } figure)
                continue;
            output.WriteLine(
                $"  {contender.Name, -26}{Show.Range(figure.ColdStartMs, ms => Show.Milliseconds(ms)), 32}"
                    + $"{Show.Mebibytes(figure.ResidentBytes), 26}{Show.Kibibytes(figure.BytesPerConnection), 22}"
            );
        }
    }
}
