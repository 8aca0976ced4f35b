using Stryke.Web.Specs.Fuzz.Scripts;
using Xunit;
using static Stryke.Web.Specs.Fuzz.Fuzzings;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Mutations of a corpus, against two paths that must agree: forms, values, fields and scripts. The amount of work is
/// fixed, so that it is the same everywhere.
/// </summary>
public sealed class TextMutationsSpec
{
    [Fact]
    public void Mutated_forms_read_the_same_however_they_arrive() => Holds(Forms(Seed).Run(inputs: 8_000));

    [Fact]
    public void Mutated_texts_are_values_by_one_grammar_and_come_back() => Holds(Values(Seed).Run(inputs: 100_000));

    [Fact]
    public void Mutated_fields_are_understood_the_same_in_other_lines() => Holds(FieldLines(Seed).Run(inputs: 20_000));

    [Fact]
    public void Mutated_extensions_are_taken_when_the_grammar_has_them() => Holds(ChunkExtensions(Seed).Run(inputs: 40_000));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scripts_of_a_grammar_are_read_as_a_parser_of_JavaScript_reads_them(bool isModule)
    {
        var check = new ScriptCheck(isModule);
        Holds(GrammarScripts(check, isModule, Seed).Run(inputs: 4_000));
        Assert.True(check.Slots > 4_000, $"{check.Slots} slots");
        // What is refused for a doubt: two in a hundred, where the grammar makes slashes of every second token.
        Assert.True(check.Refused < check.Slots / 50, $"{check.Refused} of {check.Slots} slots are refused");
    }
}
