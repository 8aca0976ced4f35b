using Stryke.Web.Specs.Fuzz.Scripts;
using Xunit;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>What is fuzzed, each from a seed.</summary>
internal static class Fuzzings
{
    /// <summary>The seed of the runs that do the same everywhere.</summary>
    public const int Seed = 20260;

    public static Fuzzing FieldLines(int seed) => new("fields", seed, FieldLinesCheck.Run, Corpus("Accept"u8));

    public static Fuzzing ChunkExtensions(int seed) => new("extension", seed, ChunkExtensionCheck.Run, Corpus("1;"u8));

    public static List<byte[]> Corpus(ReadOnlySpan<byte> with)
    {
        var having = new List<byte[]>();
        foreach (byte[] bytes in FuzzFiles.Corpus)
        {
            if (bytes.AsSpan().IndexOf(with) >= 0)
                having.Add(bytes);
        }

        return having;
    }

    public static Fuzzing Forms(int seed) =>
        new(
            "form",
            seed,
            new MultipartCheck(new Random(seed)).Run,
            [.. FuzzFiles.Corpus.Where(bytes => bytes.AsSpan().IndexOf("form-data"u8) >= 0)]
        );

    public static Fuzzing Values(int seed) => new("value", seed, ValueCheck.Run, ValueCheck.Corpus, ValueCheck.Words);

    public static Fuzzing GrammarScripts(ScriptCheck check, bool isModule, int seed) =>
        new(isModule ? "module" : "script", seed, check.Run, new ScriptGenerator(new Random(seed), isModule).NextBytes);

    public static void Holds(string? wrong) => Assert.True(wrong is null, wrong);
}
