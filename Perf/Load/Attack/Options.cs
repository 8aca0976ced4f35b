namespace Stryke.Web.Perf.Attack;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage =
        "usage: attack [--clients N] [--rounds N] [--seconds N] [--backend epoll|io_uring] [--bound RATIO] [--memory]\n"
        + "  fails when the median over the rounds of loaded p99 / quiet p99 is above the bound";

    /// <summary>Slow clients, a third of each kind.</summary>
    public int Clients { get; private init; } = 10_000;

    public int Rounds { get; private init; } = 5;

    /// <summary>
    /// How long each half of a round measures. In more than ten the first slow clients are cut off by their timeouts, and come back.
    /// </summary>
    public int Seconds { get; private init; } = 12;

    public IReadOnlyList<string> Backends { get; private init; } = ["io_uring", "epoll"];

    public double Bound { get; private init; } = 2;

    /// <summary>Measure what a client of each kind costs in memory, too.</summary>
    public bool Memory { get; private init; }

    public static bool TryParse(string[] args, out Options options)
    {
        options = new Options();
        for (int i = 0; i < args.Length; i++)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--memory":
                    options = options with { Memory = true };
                    continue;
                case "--clients" when int.TryParse(value, out int clients) && clients is >= 3 and <= 18_000:
                    options = options with { Clients = clients };
                    break;
                case "--rounds" when int.TryParse(value, out int rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    break;
                case "--seconds" when int.TryParse(value, out int seconds) && seconds > 0:
                    options = options with { Seconds = seconds };
                    break;
                case "--backend" when value is "epoll" or "io_uring":
                    options = options with { Backends = [value] };
                    break;
                case "--bound" when double.TryParse(value, out double bound) && bound > 0:
                    options = options with { Bound = bound };
                    break;
                default:
                    return false;
            }

            i++;
        }

        return true;
    }
}
