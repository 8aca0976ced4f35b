using System.Text.Json.Serialization;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>One contender's figures in one row under load.</summary>
/// <param name="Row">Key of the row.</param>
/// <param name="Contender">Key of the contender.</param>
/// <param name="Rate">Requests, or bytes, in a second.</param>
/// <param name="Cpu">Server CPU: microseconds for a request, or milliseconds for a gigabyte.</param>
/// <param name="Ratio">Rate over that of the named peer in the same round; null where the peer has no such row.</param>
/// <param name="CpuRatio">The peer's CPU over this one's in the same round.</param>
/// <param name="ServerShare">How busy the server was (1 = a whole CPU).</param>
/// <param name="LoadShare">How busy the generator was.</param>
/// <param name="Disturbed">Readings in which the machine had other work, although they were taken again.</param>
internal sealed record Figure(
    string Row,
    string Contender,
    Sample Rate,
    Sample Cpu,
    Sample? Ratio,
    Sample? CpuRatio,
    Sample ServerShare,
    Sample LoadShare,
    int Disturbed
)
{
    /// <summary>From this share of its CPU on the generator, and not the server, may be what limits.</summary>
    private const double FullLoad = 0.97;

    /// <summary>Whether the generator was the limit in some round.</summary>
    [JsonIgnore]
    public bool IsLoadLimited => LoadShare.Max >= FullLoad;
}
