using Stryke.Web.Perf.Runner;
using Stryke.Web.Perf.Runner.Reports;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class ReadmeSectionSpec
{
    private const string Before = "# Perf\n\nWords.\n\n",
        After = "\n\n## More\n";

    [Fact]
    public void What_is_between_the_markers_is_replaced_and_nothing_else()
    {
        string document = $"{Before}{ReadmeSection.Begin}\nold\n{ReadmeSection.End}{After}";
        string first = ReadmeSection.Replace(document, "new\n");
        Assert.Equal($"{Before}{ReadmeSection.Begin}\n\nnew\n\n{ReadmeSection.End}{After}", first);
        Assert.Equal(first, ReadmeSection.Replace(first, "new"));
    }

    [Theory]
    [InlineData("no markers")]
    [InlineData(ReadmeSection.Begin)]
    [InlineData(ReadmeSection.End + ReadmeSection.Begin)]
    [InlineData(ReadmeSection.Begin + ReadmeSection.End + ReadmeSection.Begin + ReadmeSection.End)]
    public void A_document_without_one_pair_of_markers_is_left_alone(string document) =>
        Assert.Throws<BenchException>(() => ReadmeSection.Replace(document, "new"));
}
