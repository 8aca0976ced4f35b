using Xunit;

namespace Stryke.Web.Specs.Views;

/// <summary>The helpers that templates have in scope.</summary>
public sealed class HelpersSpec
{
    [Fact]
    public void A_link_escapes_its_text_and_filters_its_target()
    {
        Assert.Equal(
            "<a href=\"/a?b=c&amp;d\" class=\"x\" rel=\"next\">a &lt;b&gt;</a>",
            SpecTemplate.Show(t => t.LinkTo("a <b>", "/a?b=c&d", "x", [("rel", "next"), ("title", null)]))
        );
        Assert.Equal("<a href=\"#blocked-url\">a</a>", SpecTemplate.Show(t => t.LinkTo("a", "javascript:alert(1)")));
    }

    [Theory]
    [InlineData("xlink:HREF", "javascript:a", " xlink:HREF=\"#blocked-url\"")]
    [InlineData("longdesc", "vbscript:a", " longdesc=\"#blocked-url\"")]
    [InlineData("srcset", "/a 1x, javascript:b 2x, c,", " srcset=\"/a 1x, #blocked-url 2x, c\"")]
    [InlineData("srcset", "/a 1x;\"b", " srcset=\"/a\"")]
    [InlineData("ping", " /a\ndata:b ", " ping=\"/a #blocked-url\"")]
    public void An_attribute_given_by_name_is_filtered_by_what_it_means(string name, string value, string written) =>
        Assert.Equal($"<a href=\"/\"{written}>a</a>", SpecTemplate.Show(t => t.LinkTo("a", "/", null, [(name, value)])));

    [Theory]
    [InlineData("onClick")]
    [InlineData("STYLE")]
    [InlineData("srcdoc")]
    [InlineData("archive")]
    public void An_attribute_that_would_be_run_is_not_given_by_name(string name) =>
        Assert.Throws<ArgumentException>(() => SpecTemplate.Show(t => t.LinkTo("a", "/", null, [(name, "a")])));

    [Fact]
    public void A_button_is_a_form_with_its_method_and_the_token() =>
        Assert.Equal(
            "<form class=\"button-to\" method=\"post\" action=\"/posts/1\" accept-charset=\"UTF-8\" data-confirm=\"Sure?\">"
                + "<input type=\"hidden\" name=\"_method\" value=\"delete\"><input type=\"hidden\" "
                + "name=\"authenticity_token\" value=\"to&lt;k&gt;en\">"
                + "<button type=\"submit\" class=\"red\">Delete</button></form>",
            SpecTemplate.Show(t => t.ButtonTo("Delete", "/posts/1", method: "DELETE", confirm: "Sure?", @class: "red"))
        );

    [Theory]
    [InlineData("/a", "post", true)]
    [InlineData("?a", "patch", true)]
    [InlineData("", "post", true)]
    [InlineData("/a", "get", false)]
    [InlineData("https://elsewhere.example/", "post", false)]
    [InlineData("//elsewhere.example/", "post", false)]
    [InlineData("/\\elsewhere.example/", "post", false)]
    [InlineData("/\t/elsewhere.example/", "post", false)]
    [InlineData("elsewhere", "post", false)]
    public void The_token_is_given_to_this_app_only(string path, string method, bool given) =>
        Assert.Equal(given, SpecTemplate.Render(t => t.Form(path, method, "")).Contains("authenticity_token", StringComparison.Ordinal));

    [Fact]
    public void A_form_encloses_what_its_scope_writes() =>
        Assert.Equal(
            "<form method=\"get\" action=\"/search\" accept-charset=\"UTF-8\">a</form>",
            SpecTemplate.Render(t => t.Form("/search", "get", "a"))
        );

    [Fact]
    public void A_form_cannot_send_what_is_no_method() =>
        Assert.Throws<ArgumentException>(() => SpecTemplate.Render(t => t.Form("/", "trace", "")));

    [Fact]
    public void The_token_is_there_for_scripts_and_forms_by_hand()
    {
        Assert.Equal("<input type=\"hidden\" name=\"authenticity_token\" value=\"to&lt;k&gt;en\">", SpecTemplate.Show(t => t.CsrfField()));
        Assert.Equal(
            "<meta name=\"csrf-param\" content=\"authenticity_token\"><meta name=\"csrf-token\" content=\"to&lt;k&gt;en\">",
            SpecTemplate.Show(t => t.CsrfMetaTags())
        );
    }

    [Fact]
    public void Assets_are_linked_where_they_are_served()
    {
        Assert.Equal("<link rel=\"stylesheet\" href=\"/css/app.css?v=1\">", SpecTemplate.Show(t => t.StylesheetLink("app")));
        Assert.Equal("<script defer src=\"/js/app.js?v=1\"></script>", SpecTemplate.Show(t => t.ScriptLink("app")));
        Assert.Equal("<img src=\"/logo.svg?v=1\" alt=\"a &quot;b&quot;\">", SpecTemplate.Show(t => t.ImageTag("logo.svg", "a \"b\"")));
    }

    [Fact]
    public void A_mail_link_encodes_its_address() =>
        Assert.Equal("<a href=\"mailto:a%3Fb%40example.com\">a?b@example.com</a>", SpecTemplate.Show(t => t.MailTo("a?b@example.com")));

    [Fact]
    public void The_flash_and_the_path_are_the_requests() =>
        Assert.Equal(
            "Saved &amp; sound True",
            SpecTemplate.Render(t => t.Out.Text($"{t.Flash("notice")}{t.Flash("alert")} {t.IsCurrent("/posts")}"))
        );

    [Fact]
    public void Times_are_told_in_words_and_carried_exactly() =>
        Assert.Equal(
            "<time datetime=\"2026-05-01T11:55:00Z\">5 minutes ago</time>",
            SpecTemplate.Show(t => t.TimeAgo(new DateTime(2026, 5, 1, 11, 55, 0)))
        );

    [Theory]
    [InlineData("a\nb\n\n\nc <d>", "<p>a<br>\nb</p>\n<p>c &lt;d&gt;</p>")]
    [InlineData("a\r\nb", "<p>a<br>\nb</p>")]
    [InlineData("\n\na\n", "<p>a</p>\n")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Plain_text_becomes_paragraphs(string? text, string markup) =>
        Assert.Equal(markup, SpecTemplate.Show(t => t.SimpleFormat(text)));

    [Fact]
    public void Classes_are_those_that_apply() => Assert.Equal("a c", SpecTemplate.ClassesOf(("a", true), ("b", false), ("c", true)));
}
