using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Measures;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>One question of the chart: a title, a unit, and a bar for each contender that has an answer.</summary>
internal sealed record Panel(string Title, string Unit, IReadOnlyList<Panel.Bar> Bars)
{
    /// <param name="Name">The contender.</param>
    /// <param name="Kind">What it is to the table.</param>
    /// <param name="Value">How long the bar is.</param>
    /// <param name="Label">What stands at its end.</param>
    /// <param name="Cpu">Server CPU, after the label; empty where none is meant.</param>
    /// <param name="Range">Between which values the readings were; null when there was one.</param>
    internal sealed record Bar(string Name, ContenderKind Kind, double Value, string Label, string Cpu, Sample? Range);

    /// <summary>All questions that the run has answers to.</summary>
    public static IReadOnlyList<Panel> Of(Run run) =>
        [
            .. Scenario.All.Select(scenario => new Panel(
                scenario.Name,
                scenario.IsTransfer ? "GB/s, server CPU for a GB" : "requests/s, server CPU for a request",
                Loaded(run, scenario)
            )),
            new Panel("resident when idle", "MiB, less is better", Resting(run, figure => figure.ResidentBytes, Show.Mebibytes)),
            new Panel("each idle connection", "KiB, less is better", Resting(run, figure => figure.BytesPerConnection, Show.Kibibytes)),
            new Panel(
                "cold start",
                "ms, less is better",
                Resting(run, figure => figure.ColdStartMs?.Median, Show.Milliseconds, figure => figure.ColdStartMs)
            ),
        ];

    private static List<Bar> Loaded(Run run, Scenario scenario) =>
        [
            .. from contender in run.Contenders
            let figure = run.Find(scenario.Key, contender.Key)
            where figure is not null
            select new Bar(
                contender.Name,
                contender.Kind,
                figure.Rate.Median,
                Show.Rate(figure.Rate.Median, scenario.IsTransfer) + Show.Marks(figure),
                $"{Show.Cpu(figure.Cpu.Median, scenario.IsTransfer)} {(scenario.IsTransfer ? "ms" : "µs")}",
                figure.Rate
            ),
        ];

    private static List<Bar> Resting(
        Run run,
        Func<RestFigure, double?> value,
        Func<double?, string> show,
        Func<RestFigure, Sample?>? range = null
    ) =>
        [
            .. from contender in run.Contenders
            let figure = run.FindAtRest(contender.Key)
            where figure is not null && value(figure) is not null
            select new Bar(
                contender.Name,
                contender.Kind,
                Math.Max(0, value(figure)!.Value),
                show(value(figure)),
                "",
                range?.Invoke(figure)
            ),
        ];
}
