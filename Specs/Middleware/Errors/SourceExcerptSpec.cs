using Stryke.Web.Middleware.Errors;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Errors;

public sealed class SourceExcerptSpec : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public SourceExcerptSpec() => File.WriteAllLines(_file, Enumerable.Range(1, 20).Select(i => $"line {i}"));

    [Theory]
    [InlineData(10, 4, 16)]
    [InlineData(1, 1, 7)]
    [InlineData(3, 1, 9)]
    [InlineData(20, 14, 20)]
    public void It_is_six_lines_before_and_after_as_far_as_they_go(int line, int first, int last)
    {
        var excerpt = SourceExcerpt.Read(_file, line)!;

        Assert.Equal(first, excerpt.First);
        Assert.Equal(Enumerable.Range(first, last - first + 1).Select(i => $"line {i}"), excerpt.Lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(21)]
    public void There_is_none_of_a_line_that_the_file_does_not_have(int line) => Assert.Null(SourceExcerpt.Read(_file, line));

    [Fact]
    public void There_is_none_of_a_file_that_is_not_there() => Assert.Null(SourceExcerpt.Read(_file + ".gone", 1));

    public void Dispose() => File.Delete(_file);
}
