using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>One run of the comparison, as it is kept.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Machine">Kernel and CPU.</param>
/// <param name="Settings">Rounds and times, in words.</param>
/// <param name="Against">Key of the peer that ratios are taken against.</param>
/// <param name="Notes">Versions, what was left out and why, readings that were taken again.</param>
/// <param name="Contenders">Who took part, in the order of the table.</param>
/// <param name="Figures">Under load.</param>
/// <param name="AtRest">Without load.</param>
internal sealed record Run(
    DateTime At,
    string Machine,
    string Settings,
    string Against,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Run.Participant> Contenders,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<RestFigure> AtRest
)
{
    /// <summary>A contender as the reports see it.</summary>
    internal sealed record Participant(string Key, string Name, ContenderKind Kind);

    public Figure? Find(string row, string contender) =>
        Figures.FirstOrDefault(figure => figure.Row == row && figure.Contender == contender);

    public RestFigure? FindAtRest(string contender) => AtRest.FirstOrDefault(figure => figure.Contender == contender);
}
