using Stryke.Web.Perf.Runner.Measures;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Specs.Perf;

/// <summary>A small run: two contenders and a bare loop, one row of requests and one of bytes, one generator that was full.</summary>
internal static class Runs
{
    public static Run Small { get; } =
        new(
            new DateTime(2026, 11, 26, 19, 5, 7, DateTimeKind.Utc),
            "A CPU <fast>, 2 CPUs",
            "3 rounds",
            "kestrel",
            ["left out: Go & net/http"],
            [
                new Run.Participant("stryke", "Stryke Web", ContenderKind.Ours),
                new Run.Participant("floor-epoll", "bare loop, epoll", ContenderKind.Floor),
                new Run.Participant("kestrel", "Kestrel", ContenderKind.Peer),
            ],
            [
                Figure("plaintext", "stryke", 160_000, 5.5, ratio: 2, load: 0.99),
                Figure("plaintext", "floor-epoll", 200_000, 4.2, ratio: 2.5, load: 0.9, disturbed: 1),
                Figure("plaintext", "kestrel", 80_000, 12.5, ratio: 1, load: 0.5),
                Figure("download", "stryke", 6.5e9, 110, ratio: 1.3, load: 0.6),
                Figure("download", "kestrel", 5e9, 200, ratio: 1, load: 0.5),
            ],
            [new RestFigure("stryke", new Sample(7.6, 7.1, 9), 9.5 * 1024 * 1024, 1536), new RestFigure("kestrel", null, null, null)]
        );

    private static Figure Figure(string row, string contender, double rate, double cpu, double ratio, double load, int disturbed = 0) =>
        new(
            row,
            contender,
            Around(rate),
            Around(cpu),
            Around(ratio),
            Around(ratio),
            new Sample(1, 1, 1),
            new Sample(load, load, load),
            disturbed
        );

    private static Sample Around(double median) => new(median, median * 0.5, median * 1.5);
}
