using System.Globalization;
using Stryke.Web.Specs.Fuzz.Scripts;
using Xunit;
using static Stryke.Web.Specs.Fuzz.Fuzzings;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// The corpus and every past finding, against two paths that must agree; and <c>bin/fuzz</c>, which goes on from a
/// random seed for as long as it is told to.
/// </summary>
public sealed class FuzzSpec
{
    public static TheoryData<string> Kept => [.. FuzzFiles.Names("corpus"), .. FuzzFiles.Names("findings")];

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_corpus_and_every_past_finding_read_the_same_however_they_arrive(string file) =>
        Holds(new ReaderCheck(new Random(Seed)).Run(FuzzFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_form_of_the_corpus_reads_the_same_however_it_arrives(string file) =>
        Holds(new MultipartCheck(new Random(Seed)).Run(FuzzFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_was_found_once_is_read_as_a_value_or_not_by_one_grammar(string file) => Holds(ValueCheck.Run(FuzzFiles.Read(file)));

    public static TheoryData<string> KeptScripts => [.. FuzzFiles.Names("corpus", "js"), .. FuzzFiles.Names("findings", "js")];

    [Theory]
    [MemberData(nameof(KeptScripts))]
    public void A_script_is_read_as_a_parser_of_JavaScript_reads_it(string file) =>
        Holds(new ScriptCheck(isModule: file.Contains("module", StringComparison.Ordinal)).Run(FuzzFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_corpus_is_understood_the_same_in_other_field_lines(string file) => Holds(FieldLinesCheck.Run(FuzzFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void Extensions_of_the_corpus_are_those_of_the_grammar(string file) => Holds(ChunkExtensionCheck.Run(FuzzFiles.Read(file)));

    /// <summary>What <c>bin/fuzz</c> runs: the same time for each check.</summary>
    [Fact(Explicit = true)]
    public async Task Fuzz()
    {
        int seconds = int.Parse(Environment.GetEnvironmentVariable("STRYKE_FUZZ_SECONDS") ?? "60", CultureInfo.InvariantCulture);
        int seed = int.Parse(
            Environment.GetEnvironmentVariable("STRYKE_FUZZ_SEED") ?? $"{Random.Shared.Next()}",
            CultureInfo.InvariantCulture
        );
        Console.Error.WriteLine($"fuzz: seed {seed}, {seconds} seconds");
        await using var live = await LiveCheck.StartAsync(new Random(seed));
        var findings = new List<string>();
        ScriptCheck scripts = new(isModule: false),
            modules = new(isModule: true);
        Fuzzing[] all =
        [
            new("reader", seed, new ReaderCheck(new Random(seed)).Run),
            Forms(seed),
            Values(seed),
            FieldLines(seed),
            ChunkExtensions(seed),
            GrammarScripts(scripts, isModule: false, seed),
            GrammarScripts(modules, isModule: true, seed),
            new("live", seed, live.Run),
        ];
        foreach (var fuzzing in all)
        {
            findings.AddRange(fuzzing.Run(TimeSpan.FromSeconds(seconds / (double)all.Length)));
            Console.Error.WriteLine($"fuzz: {fuzzing.Inputs} inputs, {findings.Count} findings so far");
        }

        Console.Error.WriteLine(
            $"fuzz: of {scripts.Slots + modules.Slots} slots in scripts {scripts.Refused + modules.Refused} are refused"
        );
        Assert.Empty(findings);
    }
}
