using System.Text;
using Stryke.Web.Host.Config.Toml;
using Xunit;

namespace Stryke.Web.Specs.Host.Config.Toml;

/// <summary>What the reader says about mistakes, and where it says values stand.</summary>
public sealed class TomlReaderSpec
{
    [Theory]
    [InlineData("port = ", "1:8")]
    [InlineData("port 3000", "1:6")]
    [InlineData("port = 3000 host = 1", "1:13")]
    [InlineData("day = 2026-02-30", "1:7")]
    [InlineData("host = \"a", "1:9")]
    [InlineData("host = 'a\nb'", "1:10")]
    [InlineData("text = \"\\q\"", "1:10")]
    [InlineData("list = [1 2]", "1:11")]
    [InlineData("[server\nport = 1", "1:8")]
    [InlineData("[server]\nport = 1\nport = 2", "3:1")]
    [InlineData("[server]\n[server]", "2:1")]
    [InlineData("a = 1\na.b = 2", "2:1")]
    [InlineData("a = []\n[[a]]", "2:1")]
    [InlineData("# a\u0001", "1:4")]
    [InlineData("a = 'é\u0001'", "1:5")]
    [InlineData("a = 99999999999999999999", "1:5")]
    public void A_mistake_is_told_with_its_place_and_once(string text, string position)
    {
        var refused = Assert.Throws<TomlException>(() => Read(text));
        Assert.StartsWith($"config/server.toml:{position}: ", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Problem);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_key_that_stands_twice_is_told_with_the_place_of_the_first() =>
        Assert.Equal(
            "config/server.toml:3:1: The key `server.port` is already defined at (2,1) with `port = 1` and cannot be redefined",
            Assert.Throws<TomlException>(() => Read("[server]\nport = 1\nport = 2")).Message
        );

    [Fact]
    public void A_byte_that_is_not_utf8_is_told_with_its_place()
    {
        byte[] bytes = [.. "a = 1\nb = \"é"u8, 0xFF, (byte)'"'];
        var refused = Assert.Throws<TomlException>(() => TomlReader.Read("a.toml", bytes));
        Assert.Equal("a.toml:2:7: expected UTF-8 text, found the byte 0xFF", refused.Message);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var refused = Assert.Throws<TomlException>(() => Read("a = " + new string('[', 100_000)));
        Assert.Contains("maximum depth", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_characters_and_not_utf16_units()
    {
        var root = Read("a = ['😀', 1]").Root;
        Assert.True(root.TryGet("a", out var value));
        Assert.Equal(new TomlPosition(1, 11), ((TomlArray)value).Items[1].Position);
    }

    [Fact]
    public void Keys_and_values_know_their_places()
    {
        var root = Read("\n[server]\n  port = 3000 # here\n").Root;
        Assert.True(root.TryGet("server", out var server));
        var port = Assert.Single(((TomlTable)server).Entries);
        Assert.Equal(new TomlPosition(3, 3), port.Position);
        Assert.Equal(new TomlPosition(3, 10), port.Value.Position);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_key()
    {
        var root = TomlReader.Read("a.toml", [0xEF, 0xBB, 0xBF, .. "a = 1"u8]).Root;
        Assert.Equal("a", Assert.Single(root.Entries).Name);
    }

    private static TomlDocument Read(string text) => TomlReader.Read("config/server.toml", Encoding.UTF8.GetBytes(text));
}
