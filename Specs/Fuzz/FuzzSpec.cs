using System.Globalization;
using Stryke.Web.Specs.Fuzz.Scripts;
using Xunit;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Mutations of a corpus, against two paths that must agree. The amount of work of the fixed runs is fixed, so that
/// they do the same everywhere;
/// <c>bin/fuzz</c> goes on from a random seed for as long as it is told to.
/// </summary>
public class FuzzSpec
{
    private const int Seed = 20260;

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
    [InlineData(false)]
    [InlineData(true)]
    public void Scripts_of_a_grammar_are_read_as_a_parser_of_JavaScript_reads_them(bool isModule)
    {
        var check = new ScriptCheck(isModule);
        Holds(Scripts(check, isModule, Seed).Run(inputs: 4_000));
        Assert.True(check.Slots > 4_000, $"{check.Slots} slots");
        // What is refused for a doubt: two in a hundred, where the grammar makes slashes of every second token.
        Assert.True(check.Refused < check.Slots / 50, $"{check.Refused} of {check.Slots} slots are refused");
    }

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
    public void Mutations_read_the_same_however_they_arrive() =>
        Holds(new Fuzzing("reader", Seed, new ReaderCheck(new Random(Seed)).Run).Run(inputs: 12_000));

    [Fact]
    public void Mutated_forms_read_the_same_however_they_arrive() => Holds(Forms(Seed).Run(inputs: 8_000));

    [Fact]
    public void Mutated_texts_are_values_by_one_grammar_and_come_back() => Holds(Values(Seed).Run(inputs: 100_000));

    [Fact]
    public async Task Mutations_are_answered_the_same_on_every_backend()
    {
        await using var live = await LiveCheck.StartAsync(new Random(Seed));
        Holds(new Fuzzing("live", Seed, live.Run).Run(inputs: 30_000));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_corpus_is_understood_the_same_in_other_field_lines(string file) => Holds(FieldLinesCheck.Run(FuzzFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void Extensions_of_the_corpus_are_those_of_the_grammar(string file) => Holds(ChunkExtensionCheck.Run(FuzzFiles.Read(file)));

    [Fact]
    public void Mutated_fields_are_understood_the_same_in_other_lines() => Holds(FieldLines(Seed).Run(inputs: 20_000));

    [Fact]
    public void Mutated_extensions_are_taken_when_the_grammar_has_them() => Holds(ChunkExtensions(Seed).Run(inputs: 40_000));

    private static Fuzzing FieldLines(int seed) => new("fields", seed, FieldLinesCheck.Run, Corpus("Accept"u8));

    private static Fuzzing ChunkExtensions(int seed) => new("extension", seed, ChunkExtensionCheck.Run, Corpus("1;"u8));

    private static List<byte[]> Corpus(ReadOnlySpan<byte> with)
    {
        var having = new List<byte[]>();
        foreach (byte[] bytes in FuzzFiles.Corpus)
        {
            if (bytes.AsSpan().IndexOf(with) >= 0)
                having.Add(bytes);
        }

        return having;
    }

    private static Fuzzing Forms(int seed) =>
        new(
            "form",
            seed,
            new MultipartCheck(new Random(seed)).Run,
            [.. FuzzFiles.Corpus.Where(bytes => bytes.AsSpan().IndexOf("form-data"u8) >= 0)]
        );

    private static Fuzzing Values(int seed) => new("value", seed, ValueCheck.Run, ValueCheck.Corpus, ValueCheck.Words);

    private static Fuzzing Scripts(ScriptCheck check, bool isModule, int seed) =>
        new(isModule ? "module" : "script", seed, check.Run, new ScriptGenerator(new Random(seed), isModule).NextBytes);

    private static void Holds(string? wrong) => Assert.True(wrong is null, wrong);

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
            Scripts(scripts, isModule: false, seed),
            Scripts(modules, isModule: true, seed),
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
