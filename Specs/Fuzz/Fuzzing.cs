using System.Diagnostics;
using System.Text;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>Runs inputs that are made up through a check and keeps, as short as can be, what breaks it.</summary>
internal sealed class Fuzzing(string kind, int seed, Func<byte[], string?> check, Func<byte[]> next)
{
    /// <summary>Mutations of a corpus.</summary>
    public Fuzzing(string kind, int seed, Func<byte[], string?> check, IReadOnlyList<byte[]>? corpus = null, byte[][]? words = null)
        : this(kind, seed, check, new Mutator(corpus ?? FuzzFiles.Corpus, new Random(seed), words).Next) { }

    public long Inputs { get; private set; }

    /// <summary>A fixed amount of work.</summary>
    /// <returns>Null, or what was found and where it is kept.</returns>
    public string? Run(int inputs)
    {
        for (int i = 0; i < inputs; i++)
        {
            if (Try() is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>As long as there is time.</summary>
    /// <returns>Everything that was found.</returns>
    public IReadOnlyList<string> Run(TimeSpan time)
    {
        var findings = new List<string>();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; )
        {
            if (Try() is { } finding)
            {
                Console.Error.WriteLine(finding);
                findings.Add(finding);
            }
        }

        return findings;
    }

    private string? Try()
    {
        byte[] bytes = next();
        Inputs++;
        if (check(bytes) is not { } wrong)
        {
            return null;
        }

        bytes = Minimiser.Shrink(bytes, shorter => check(shorter) is not null);
        string name = FuzzFiles.Keep(kind, bytes);
        return $"{name} (seed {seed}, input {Inputs})\n{Encoding.Latin1.GetString(bytes)}\n==\n"
            + (check(bytes) ?? $"Not every time. Of what was found, before it was made shorter:\n{wrong}");
    }
}
