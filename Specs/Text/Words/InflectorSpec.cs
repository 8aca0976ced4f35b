extern alias text;

using text::Stryke.Web.Text.Words;
using Xunit;

namespace Stryke.Web.Specs.Text.Words;

public sealed class InflectorSpec
{
    // Names of tables and resources that real apps have, and those on which naive rules fail.
    [Theory]
    [InlineData("post", "posts")]
    [InlineData("category", "categories")]
    [InlineData("reply", "replies")]
    [InlineData("story", "stories")]
    [InlineData("day", "days")]
    [InlineData("address", "addresses")]
    [InlineData("progress", "progresses")]
    [InlineData("status", "statuses")]
    [InlineData("virus", "viruses")]
    [InlineData("box", "boxes")]
    [InlineData("quiz", "quizzes")]
    [InlineData("size", "sizes")]
    [InlineData("match", "matches")]
    [InlineData("cache", "caches")]
    [InlineData("course", "courses")]
    [InlineData("house", "houses")]
    [InlineData("sla", "slas")]
    [InlineData("movie", "movies")]
    [InlineData("person", "people")]
    [InlineData("child", "children")]
    [InlineData("woman", "women")]
    [InlineData("analysis", "analyses")]
    [InlineData("axis", "axes")]
    [InlineData("leaf", "leaves")]
    [InlineData("photo", "photos")]
    [InlineData("hero", "heroes")]
    [InlineData("lens", "lenses")]
    [InlineData("media", "media")]
    [InlineData("news", "news")]
    [InlineData("series", "series")]
    public void A_noun_and_its_plural_lead_to_each_other(string singular, string plural)
    {
        Assert.Equal(plural, Inflector.Pluralize(singular));
        Assert.Equal(singular, Inflector.Singularize(plural));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("children")]
    [InlineData("statuses")]
    public void An_irregular_plural_stays_what_it_is(string plural) => Assert.Equal(plural, Inflector.Pluralize(plural));

    [Theory]
    [InlineData("address")]
    [InlineData("status")]
    [InlineData("analysis")]
    [InlineData("tennis")]
    [InlineData("campus")]
    public void A_singular_stays_what_it_is(string singular) => Assert.Equal(singular, Inflector.Singularize(singular));

    [Theory]
    [InlineData("BlogPost", "BlogPosts")]
    [InlineData("OrderReturn", "OrderReturns")]
    [InlineData("SalesPerson", "SalesPeople")]
    [InlineData("order_item", "order_items")]
    [InlineData("sales person", "sales people")]
    [InlineData("Person", "People")]
    [InlineData("", "")]
    public void Only_the_last_word_of_a_name_changes(string singular, string plural)
    {
        Assert.Equal(plural, Inflector.Pluralize(singular));
        Assert.Equal(singular, Inflector.Singularize(plural));
    }
}
