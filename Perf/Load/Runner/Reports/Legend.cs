using Stryke.Web.Perf.Runner.Measures;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>What the marks of a table mean, as far as they are in it.</summary>
internal static class Legend
{
    public static IEnumerable<string> Of(Run run)
    {
        if (run.Figures.Any(figure => figure.IsLoadLimited))
            yield return "* the load generator's CPU was full in some round: the server may be faster than this figure; compare its CPU";
        if (run.Figures.Any(figure => figure.Disturbed > 0))
            yield return "~ the machine had other work in some round";
    }

    /// <summary>Name of the peer that ratios are taken against.</summary>
    public static string Peer(Run run) => run.Contenders.FirstOrDefault(contender => contender.Key == run.Against)?.Name ?? run.Against;
}
