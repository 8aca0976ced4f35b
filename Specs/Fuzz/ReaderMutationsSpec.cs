using Xunit;
using static Stryke.Web.Specs.Fuzz.Fuzzings;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Mutations of a corpus, against two paths that must agree: requests, in one piece and in several. The amount of work
/// is fixed, so that it is the same everywhere.
/// </summary>
public sealed class ReaderMutationsSpec
{
    [Fact]
    public void Mutations_read_the_same_however_they_arrive() =>
        Holds(new Fuzzing("reader", Seed, new ReaderCheck(new Random(Seed)).Run).Run(inputs: 12_000));
}
