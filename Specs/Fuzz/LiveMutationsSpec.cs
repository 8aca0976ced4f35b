using Xunit;
using static Stryke.Web.Specs.Fuzz.Fuzzings;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Mutations of a corpus, against two paths that must agree: the servers of all backends. The amount of work is fixed,
/// so that it is the same everywhere.
/// </summary>
public sealed class LiveMutationsSpec
{
    [Fact]
    public async Task The_corpus_and_every_past_finding_are_answered_the_same_on_every_backend()
    {
        await using var live = await LiveCheck.StartAsync(new Random(Seed));
        foreach (string? file in FuzzFiles.Names("corpus").Concat(FuzzFiles.Names("findings")))
        {
            // More than once: how bytes are cut, and when they come, is another each time.
            for (int i = 0; i < 10; i++)
            {
                Holds(live.Run(FuzzFiles.Read(file)));
            }
        }
    }

    [Fact]
    public async Task Mutations_are_answered_the_same_on_every_backend()
    {
        await using var live = await LiveCheck.StartAsync(new Random(Seed));
        Holds(new Fuzzing("live", Seed, live.Run).Run(inputs: 30_000));
    }
}
