using System.Buffers;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>Templates, compiled and rendered.</summary>
public sealed class ViewRenderingSpec
{
    [Theory]
    [InlineData("<p><%= x %></p>", "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>")]
    [InlineData("<p><%== x %></p>", "<p>a <b> & \"c\"</p>")]
    [InlineData("<p title='<%= x %>'>", "<p title='a &lt;b&gt; &amp; &quot;c&quot;'>")]
    [InlineData("<a href=\"<%= x %>\"></a>", "<a href=\"a%20%3Cb%3E%20&amp;%20%22c%22\"></a>")]
    [InlineData("<a href=\"/?q=<%= x %>\"></a>", "<a href=\"/?q=a%20%3Cb%3E%20%26%20%22c%22\"></a>")]
    [InlineData("<script>f(<%= x %>)</script>", "<script>f(\"a \\u003Cb\\u003E \\u0026 \\u0022c\\u0022\")</script>")]
    [InlineData("<script>f('<%= x %>')</script>", "<script>f('a \\u003Cb\\u003E \\u0026 \\u0022c\\u0022')</script>")]
    [InlineData("<textarea><%= x %></textarea>", "<textarea>\na &lt;b&gt; &amp; &quot;c&quot;</textarea>")]
    [InlineData("<title><%= x %></title>", "<title>a &lt;b&gt; &amp; &quot;c&quot;</title>")]
    public void A_value_is_escaped_for_where_it_stands(string template, string page) =>
        Assert.Equal(page, Render("<%@ string x %>\n" + template, "a <b> & \"c\""));

    [Theory]
    [InlineData("int", 42, "42")]
    [InlineData("long?", null, "")]
    [InlineData("bool", true, "true")]
    [InlineData("char", '<', "&lt;")]
    [InlineData("string?", null, "")]
    [InlineData("double", 1.5, "1.5")]
    [InlineData("DayOfWeek", DayOfWeek.Friday, "Friday")]
    public void A_value_of_any_common_type_is_written(string type, object? value, string text) =>
        Assert.Equal(text, Render($"<%@ {type} x %>\n<%= x %>", value));

    [Fact]
    public void Dates_decimals_and_ids_are_written_in_the_invariant_culture() =>
        Assert.Equal(
            "2026-04-26 12:30:00 2026-04-26 1234.50 00000000-0000-0000-0000-000000000000",
            Render("<%= new DateTime(2026, 4, 26, 12, 30, 0) %> <%= new DateOnly(2026, 4, 26) %> <%= 1234.50m %> <%= Guid.Empty %>")
        );

    [Fact]
    public void Statements_run_and_leave_no_lines() =>
        Assert.Equal(
            "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n",
            Render("<%@ int count %>\n<ul>\n<% for (int i = 1; i <= count; i++) { %>\n  <li><%= i %></li>\n<% } %>\n</ul>\n", 2)
        );

    [Fact]
    public void A_switch_writes_its_case() =>
        Assert.Equal(
            "two\n",
            Render("<%@ int x %>\n<% switch (x) { %>\n<% case 1: %>\none\n<% break; %>\n<% case 2: %>\ntwo\n<% break; %>\n<% } %>\n", 2)
        );

    [Fact]
    public void A_partial_is_rendered_in_place_with_its_arguments() =>
        Assert.Equal(
            "<ul><li>a</li><li>b!</li></ul>",
            ViewCompilation
                .Of("posts/index.html.erb", "<ul><%= Views.Posts.Item(\"a\") %><%= Views.Posts.Item(\"b\", loud: true) %></ul>")
                .With("posts/_item.html.erb", "<%@ string text, bool loud = false %>\n<li><%= text %><% if (loud) { %>!<% } %></li>")
                .Load()
                .Render("Posts.Index")
        );

    [Fact]
    public void A_layout_shows_the_title_the_view_and_its_blocks() =>
        Assert.Equal(
            "<title>Posts &amp; more</title><meta name=\"a\"><main><h1>x</h1>\n</main>",
            ViewCompilation
                .Of(
                    "posts/index.html.erb",
                    "<% Title = \"Posts & more\"; %>\n<h1>x</h1>\n<% using (ContentFor(\"head\")) { %><meta name=\"a\"><% } %>"
                )
                .With("layouts/application.html.erb", "<title><%= Title %></title><%= Yield(\"head\") %><main><%= Yield() %></main>")
                .Load()
                .Page("application", "Posts.Index")
        );

    [Fact]
    public void A_layout_in_a_folder_goes_by_its_path() =>
        Assert.Equal(
            "[x]",
            ViewCompilation
                .Of("home.html.erb", "x")
                .With("layouts/admin/plain.html.erb", "[<%= Yield() %>]")
                .Load()
                .Page("admin/plain", "Home")
        );

    [Fact]
    public void An_app_without_its_default_layout_has_bare_pages() =>
        Assert.Equal("x", ViewCompilation.Of("home.html.erb", "x").Load().Page("application", "Home"));

    [Fact]
    public void A_layout_that_is_not_there_is_named()
    {
        var app = ViewCompilation.Of("home.html.erb", "x").Load();
        var problem = Assert.Throws<InvalidOperationException>(() => app.Page("admin", "Home"));
        Assert.Contains("app/views/layouts/admin.html.erb", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Helpers_of_the_app_are_in_scope() =>
        Assert.Equal(
            "a! b?",
            ViewCompilation
                .Of("home.html.erb", "<%= Shout(\"a\") %> <%= Ask(\"b\") %>")
                .With(
                    "app/helpers/TextHelper.cs",
                    "namespace Blog; public static class TextHelper { public static string Shout(string text) => text + '!'; }"
                )
                .With("app/helpers/Questions.cs", "namespace Blog; partial class AppTemplate { string Ask(string text) => text + '?'; }")
                .Load()
                .Render("Home")
        );

    [Fact]
    public void A_template_may_import_a_namespace() =>
        Assert.Equal("1", Render("<%@ using System.Globalization %>\n<%= 1.ToString(CultureInfo.InvariantCulture) %>"));

    [Fact]
    public void A_comment_at_the_end_of_a_value_swallows_nothing() => Assert.Equal("<b>1</b>", Render("<b><%= 1 // one %></b>"));

    [Fact]
    public void Text_of_any_script_and_any_quotes_is_kept() =>
        Assert.Equal("<p>\"\\'`{}$ä€𝄞\u2028\r\n\t</p>", Render("<p>\"\\'`{}$ä€𝄞\u2028\r\n\t</p>"));

    [Fact]
    public void A_long_text_is_kept_whole()
    {
        string text = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<p>line {i}</p>\n"));
        Assert.Equal(text, Render(text));
    }

    [Fact]
    public void Rendering_a_page_again_gives_the_same_page()
    {
        var app = ViewCompilation
            .Of("home.html.erb", "<%= LinkTo(\"a\", \"/\") %><% using (ContentFor(\"x\")) { %>b<% } %>")
            .With("layouts/application.html.erb", "<%= Yield() %>|<%= Yield(\"x\") %>")
            .Load();
        Assert.Equal(app.Page("application", "Home"), app.Page("application", "Home"));
    }

    [Fact]
    public void A_view_that_throws_has_written_nothing_and_the_next_page_is_whole()
    {
        var app = ViewCompilation
            .Of("bad.html.erb", "a<%= int.Parse(\"x\") %>")
            .With("good.html.erb", "good")
            .With("layouts/application.html.erb", "[<%= Yield() %>]")
            .Load();
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<FormatException>(() =>
            app.Template.RenderPage(app.View("Bad"), "application", new Specs.Views.FakeRequest(), output)
        );
        Assert.Equal(0, output.WrittenCount);
        Assert.Equal("[good]", app.Page("application", "Good"));
    }

    [Fact]
    public void A_view_is_a_result_where_there_are_controllers()
    {
        const string Controllers = """
            namespace Stryke.Web.Controllers
            {
                public readonly struct Result
                {
                    public string Shown { get; private init; }
                    public static Result View<TView>(TView view) where TView : Stryke.Web.Views.IView =>
                        new() { Shown = typeof(TView).Name };
                }
            }
            namespace Blog
            {
                public static class Action { public static string Show() { Stryke.Web.Controllers.Result page = Views.Posts.Show(1);
                    return page.Shown; } }
            }
            """;
        var app = ViewCompilation.Of("posts/show.html.erb", "<%@ int x %>").With("controllers.cs", Controllers).Load();
        Assert.Equal("PostsShowView", app.TypeOf("Blog.Action").GetMethod("Show")!.Invoke(null, null));
    }

    private static string Render(string template, params object?[] arguments) =>
        ViewCompilation.Of("posts/show.html.erb", template).Load().Render("Posts.Show", arguments);
}
