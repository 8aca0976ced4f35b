using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>Templates, compiled and rendered.</summary>
public sealed class ViewRenderingSpec
{
    [Fact]
    public void A_value_is_escaped_where_text_stands() =>
        Assert.Equal("<p>a &lt;b&gt; &amp; c</p>", Render("<%@ string x %>\n<p><%= x %></p>", "a <b> & c"));

    private static string Render(string template, params object?[] arguments) =>
        ViewCompilation.Of("posts/show.html.erb", template).Load().Render("Posts.Show", arguments);
}
