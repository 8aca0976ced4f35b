using Stryke.Web.Specs.Examples;
using Xunit;

namespace Stryke.Web.Specs.Runner;

/// <summary>A spec that asserts nothing passes whatever the code does.</summary>
public sealed class SpecSourcesSpec
{
    [Fact]
    public void Every_spec_asserts_something()
    {
        string[] files = Directory.GetFiles(Path.Combine(BlogFiles.Root, "Specs"), "*.cs", SearchOption.AllDirectories);
        Assert.Empty(SpecSources.WithoutAssertion(files.Select(File.ReadAllText)));
    }

    [Fact]
    public void One_that_does_not_is_named()
    {
        const string Source = """
            class ASpec
            {
                [Fact] void Asserts() => Assert.True(true);
                [Fact] void Asserts_in_a_helper() => Helper();
                [Theory, InlineData(1)] void Only_runs(int number) => Run(number);
                [Fact] void Only_skips() => Assert.SkipWhen(true, "Not here.");
                void NoSpec() { }
            }
            """;
        const string Elsewhere = """
            static class Helpers
            {
                static void Helper() => Deeper();
                static void Deeper() => Assert.Fail();
                static void Run(int number) { }
            }
            """;
        Assert.Equal(["ASpec.Only_runs", "ASpec.Only_skips"], SpecSources.WithoutAssertion([Source, Elsewhere]));
    }
}
