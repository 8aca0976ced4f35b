using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class FormReaderSpec
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1&b=2", "a:1|b:2")]
    [InlineData("a=1&a=2", "a:1|a:2")]
    [InlineData("&&a=1&", "a:1")]
    [InlineData("a", "a:")]
    [InlineData("a=", "a:")]
    [InlineData("=b", ":b")]
    [InlineData("a=b=c", "a:b=c")]
    [InlineData("post%5Btitle%5D=Hello+w%C3%B6rld%21", "post[title]:Hello wörld!")]
    [InlineData("a=%", "a:%")]
    public void URL_Standard_urlencoded_parsing(string encoded, string expected) => Assert.Equal(expected, Show(encoded));

    [Fact]
    public void Raw_names_and_values_are_as_they_were_sent()
    {
        var reader = new FormReader("a%20b=c+d"u8);
        Assert.True(reader.Read());
        Assert.True(reader.RawName.SequenceEqual("a%20b"u8));
        Assert.True(reader.RawValue.SequenceEqual("c+d"u8));
        Assert.False(reader.Read());
        Assert.True(reader.RawName.IsEmpty);
    }

    [Fact]
    public void Encoded_pairs_come_back_as_they_were()
    {
        var text = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(value => value.Get).Where(value => !value.Any(char.IsSurrogate));
        var pairs = text.Zip(text).Where(pair => pair.Item1.Length > 0).ListOf();
        Prop.ForAll(
                pairs.ToArbitrary(),
                list =>
                {
                    string encoded = string.Join(
                        '&',
                        list.Select(pair => $"{PercentEncoding.Encode(pair.Item1)}={PercentEncoding.Encode(pair.Item2)}")
                    );
                    return Show(encoded) == string.Join('|', list.Select(pair => $"{pair.Item1}:{pair.Item2}"));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static string Show(string encoded)
    {
        var pairs = new List<string>();
        var reader = new FormReader(Encoding.UTF8.GetBytes(encoded));
        while (reader.Read())
        {
            pairs.Add($"{reader.Name}:{reader.Value}");
        }

        return string.Join('|', pairs);
    }
}
