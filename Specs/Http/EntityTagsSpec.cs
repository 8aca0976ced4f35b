using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

/// <summary>RFC 9110 §8.8.3 and §13.1: tags in lists.</summary>
public class EntityTagsSpec
{
    [Theory]
    [InlineData("\"a\"", "\"a\"", true, true)]
    [InlineData("W/\"a\"", "\"a\"", true, false)]
    [InlineData("\"a\"", "W/\"a\"", true, false)]
    [InlineData("W/\"a\"", "W/\"a\"", true, false)]
    [InlineData("\"b\", \"a\"", "\"a\"", true, true)]
    [InlineData(" ,\t, \"b\" ,W/\"a\",", "\"a\"", true, false)]
    [InlineData("\"b,c\", \"a\"", "\"a\"", true, true)]
    [InlineData("\"b,c\"", "\"b,c\"", true, true)]
    [InlineData("\"b,c\"", "\"c\"", false, false)]
    [InlineData("*", "\"a\"", true, true)]
    [InlineData(" * ", "\"a\"", true, true)]
    [InlineData("\"b\", *", "\"a\"", false, false)]
    [InlineData("*, \"b\"", "\"a\"", false, false)]
    [InlineData("\"*\"", "\"a\"", false, false)]
    [InlineData("a", "\"a\"", false, false)]
    [InlineData("\"a", "\"a\"", false, false)]
    [InlineData("\"a\"b", "\"a\"", false, false)]
    [InlineData("w/\"a\"", "\"a\"", false, false)]
    [InlineData("", "\"a\"", false, false)]
    [InlineData(",", "", false, false)]
    [InlineData("*", "", true, true)]
    public void A_list_has_a_tag(string list, string tag, bool weakly, bool strongly)
    {
        byte[] field = Encoding.ASCII.GetBytes(list),
            own = Encoding.ASCII.GetBytes(tag);
        Assert.Equal(weakly, EntityTags.Has(field, own));
        Assert.Equal(strongly, EntityTags.Has(field, own, isStrong: true));
    }
}
