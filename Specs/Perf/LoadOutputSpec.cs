using Stryke.Web.Perf.Runner;
using Stryke.Web.Perf.Runner.Load;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class LoadOutputSpec
{
    private const string Wrk = """
        Running 2s test @ http://127.0.0.1:9311/plaintext
          1 threads and 64 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency   322.71us  186.65us   6.55ms   96.67%
            Req/Sec   200.01k    13.64k  223.11k    71.43%
          415247 requests in 2.10s, 70.89MB read
        Requests/sec: 197725.66
        Transfer/sec:     33.75MB
        """;

    [Fact]
    public void The_total_of_wrk_is_read() => Assert.Equal((415247, 2.10), WrkOutput.Parse(Wrk));

    [Theory]
    [InlineData("2.10s", "500.00ms", 0.5)]
    [InlineData("2.10s", "1.50m", 90)]
    public void Its_time_has_a_unit(string from, string to, double seconds) =>
        Assert.Equal(seconds, WrkOutput.Parse(Wrk.Replace(from, to, StringComparison.Ordinal)).Seconds, 9);

    [Theory]
    [InlineData("  Non-2xx or 3xx responses: 12")]
    [InlineData("  Socket errors: connect 0, read 3, write 0, timeout 0")]
    public void Errors_that_wrk_met_end_the_run(string line)
    {
        var problem = Assert.Throws<BenchException>(() => WrkOutput.Parse($"{Wrk}\n{line}"));
        Assert.Contains(line, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrk_that_says_nothing_ends_the_run() =>
        Assert.Throws<BenchException>(() => WrkOutput.Parse("unable to connect to 127.0.0.1:1"));

    [Fact]
    public void The_line_of_the_generator_is_read_and_its_CPU_taken_against_the_clock()
    {
        var outcome = GeneratorOutput.Parse("requests=17302 connections=17324 bytes=224926 seconds=2.000000 cpu=0.500000\n");
        Assert.Equal(new LoadOutcome(17302, 224926, 2, 0.25), outcome);
    }

    [Fact]
    public void A_generator_that_says_less_ends_the_run() =>
        Assert.Contains(
            "no bytes",
            Assert.Throws<BenchException>(() => GeneratorOutput.Parse("requests=1 seconds=1 cpu=1")).Message,
            StringComparison.Ordinal
        );
}
