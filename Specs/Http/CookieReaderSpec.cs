using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class CookieReaderSpec
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1", "a:1")]
    [InlineData("a=1; b=2", "a:1|b:2")]
    [InlineData("a=1;b=2 ; c = 3", "a:1|b:2|c:3")]
    [InlineData("a=b=c==", "a:b=c==")]
    [InlineData("a=\"quoted\"", "a:\"quoted\"")]
    [InlineData("; ;nothing;=x;a=1;", "a:1")]
    [InlineData("a=", "a:")]
    public void RFC6265_4_2_1_pairs(string field, string expected)
    {
        var pairs = new List<string>();
        var reader = new CookieReader(Encoding.ASCII.GetBytes(field));
        while (reader.Read())
        {
            pairs.Add($"{Encoding.ASCII.GetString(reader.Name)}:{Encoding.ASCII.GetString(reader.Value)}");
        }

        Assert.Equal(expected, string.Join('|', pairs));
    }

    [Fact]
    public void RFC6265_5_4_the_first_of_a_name_wins_and_names_are_case_sensitive()
    {
        var reader = new CookieReader("A=0; a=1; a=2"u8);
        Assert.True(reader.TryGet("a"u8, out var value));
        Assert.True(value.SequenceEqual("1"u8));
        Assert.False(reader.TryGet("b"u8, out value));
        Assert.True(value.IsEmpty);
    }

    [Fact]
    public void Looking_up_does_not_move_the_reader()
    {
        var reader = new CookieReader("a=1; b=2"u8);
        Assert.True(reader.Read());
        Assert.True(reader.TryGet("a"u8, out _));
        Assert.True(reader.Read());
        Assert.True(reader.Name.SequenceEqual("b"u8));
    }
}
