using System.Text;
using Stryke.Web.Host.Config.Toml;
using Xunit;

namespace Stryke.Web.Specs.Host.Config.Toml;

/// <summary>What the reader says about mistakes, and where it says values stand.</summary>
public sealed class TomlReaderSpec
{
    [Theory]
    [InlineData("port = ", "1:8: expected a value (string, number, true or false, date or time, array or table), found the end of the file")]
    [InlineData("port 3000", "1:6: expected '=' behind the key, found '3'")]
    [InlineData("port = 3000 host = 1", "1:13: expected the end of the line behind the value, found 'h'")]
    [InlineData("port = 03", "1:8: expected a number without leading zeros, found '03'")]
    [InlineData("port = 9223372036854775808", "1:8: expected an integer of 64 bits, found '9223372036854775808'")]
    [InlineData("port = 0xffffffffffffffff", "1:8: expected an integer of 64 bits, found '0xffffffffffffffff'")]
    [InlineData("host = 127.0.0.1", "1:8: expected a value (string, number, true or false, date or time, array or table), found '127.0.0.1'")]
    [InlineData("host = localhost", "1:8: expected a value (string, number, true or false, date or time, array or table), found 'localhost'")]
    [InlineData("on = True", "1:6: expected a value (string, number, true or false, date or time, array or table), found 'True'")]
    [InlineData("day = 2026-02-30", "1:7: expected a date or time such as 1979-05-27T07:32:00Z, found '2026-02-30'")]
    [InlineData("host = \"a", "1:10: expected \" to close the string of column 8, found the end of the file")]
    [InlineData("host = 'a\nb'", "1:10: expected ' to close the string of column 8, found the end of the line")]
    [InlineData("text = \"\"\"\na\n", "3:1: expected \"\"\" to close the string of line 1, found the end of the file")]
    [InlineData("text = \"\\q\"", @"1:9: expected one of the escapes \b \t \n \f \r \"" \\ \uXXXX \UXXXXXXXX")]
    [InlineData("text = \"\\ud800\"", "1:9: expected a Unicode scalar value in the escape, found U+D800")]
    [InlineData("list = [1 2]", "1:11: expected ',' or ']' in the array, found '2'")]
    [InlineData("point = { x = 1, }", "1:18: expected a key (letters, digits, '-' and '_', or a quoted name), found '}'")]
    [InlineData("point = { x = 1\n}", "1:16: expected ',' or '}' in the inline table, found the end of the line")]
    [InlineData("[server\nport = 1", "1:8: expected ']' to close the header, found the end of the line")]
    [InlineData("[[server]\n", "1:9: expected ']]' to close the header, found ']'")]
    [InlineData("[server]\nport = 1\nport = 2", "3:1: 'port' is already defined on line 2")]
    [InlineData("[server]\n[server]", "2:2: 'server' is already defined as a table on line 1")]
    [InlineData("a = 1\na.b = 2", "2:1: 'a' is already defined on line 1: a dotted key cannot add to it")]
    [InlineData("a = []\n[[a]]", "2:3: 'a' is already defined as an array on line 1")]
    [InlineData("# a\u0001", "1:4: a comment may not contain the control character U+0001")]
    [InlineData("a = 'é\u0001'", "1:7: a string may not contain the control character U+0001: write it as an escape")]
    public void A_mistake_is_told_with_its_place_and_what_was_expected(string text, string message)
    {
        var refused = Assert.Throws<TomlException>(() => Read(text));
        Assert.Equal($"config/server.toml:{message}", refused.Message);
    }

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
        Assert.Contains("expected at most 100 arrays and tables inside each other", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_characters_and_not_utf16_units()
    {
        TomlTable root = Read("a = ['😀', 1]").Root;
        Assert.True(root.TryGet("a", out TomlValue? value));
        Assert.Equal(new TomlPosition(1, 11), ((TomlArray)value).Items[1].Position);
    }

    [Fact]
    public void Keys_and_values_know_their_places()
    {
        TomlTable root = Read("\n[server]\n  port = 3000 # here\n").Root;
        Assert.True(root.TryGet("server", out TomlValue? server));
        TomlTable.Entry port = Assert.Single(((TomlTable)server).Entries);
        Assert.Equal(new TomlPosition(3, 3), port.Position);
        Assert.Equal(new TomlPosition(3, 10), port.Value.Position);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_key()
    {
        TomlTable root = TomlReader.Read("a.toml", [0xEF, 0xBB, 0xBF, .. "a = 1"u8]).Root;
        Assert.Equal("a", Assert.Single(root.Entries).Name);
    }

    private static TomlDocument Read(string text) => TomlReader.Read("config/server.toml", Encoding.UTF8.GetBytes(text));
}
