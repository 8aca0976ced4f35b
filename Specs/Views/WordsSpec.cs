using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Views;

public sealed class WordsSpec
{
    [Theory]
    [InlineData(0, "comment", null, "0 comments")]
    [InlineData(1, "comment", null, "1 comment")]
    [InlineData(2, "story", null, "2 stories")]
    [InlineData(2, "day", null, "2 days")]
    [InlineData(2, "box", null, "2 boxes")]
    [InlineData(2, "person", "people", "2 people")]
    public void Counts(long count, string singular, string? plural, string words) =>
        Assert.Equal(words, Words.Count(count, singular, plural));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a rather long text", 10, "a rather…")]
    [InlineData("unbreakable", 5, "unbr…")]
    [InlineData("abc𝄞def", 5, "abc…")]
    [InlineData("abc", 0, "…")]
    [InlineData(null, 5, "")]
    public void Cuts(string? text, int length, string cut) => Assert.Equal(cut, Words.Truncate(text, length));

    [Fact]
    public void What_is_cut_is_no_longer_than_asked() =>
        Prop.ForAll<string?, byte>((text, length) => Words.Truncate(text, length + 1).Length <= length + 1).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(10, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(3 * 3600, "3 hours ago")]
    [InlineData(59.9 * 60, "1 hour ago")]
    [InlineData(2 * 86_400, "2 days ago")]
    [InlineData(61 * 86_400, "2 months ago")]
    [InlineData(400 * 86_400, "1 year ago")]
    [InlineData(-7200, "in 2 hours")]
    public void Times(double seconds, string words) => Assert.Equal(words, Words.TimeAgo(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Sentences()
    {
        Assert.Equal("", Words.Sentence([]));
        Assert.Equal("a", Words.Sentence(["a"]));
        Assert.Equal("a and b", Words.Sentence(["a", "b"]));
        Assert.Equal("a, b and c", Words.Sentence(["a", "b", "c"]));
    }
}
