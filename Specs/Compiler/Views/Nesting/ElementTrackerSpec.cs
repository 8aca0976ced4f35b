using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Nesting;

/// <summary>An element is closed in its template, in its block and in its parent; what HTML closes by itself is not asked for.</summary>
public sealed class ElementTrackerSpec
{
    private const string Template = "/blog/app/views/posts/_post.html.erb";

    [Theory]
    [InlineData("<p>\n<div>\n<p>a</p>", 2, 1, "<div> is not closed: the template ends without '</div>'")]
    [InlineData("<DIV class=\"a\">\n</div>\n<Section>", 3, 1, "<section> is not closed: the template ends without '</section>'")]
    [InlineData("<div>\n<span>a\n</div>", 2, 1, "<span> is not closed: '</div>' on line 3 closes <div> around it")]
    [InlineData("<b><i>a</b></i>", 1, 4, "<i> is not closed: '</b>' on line 1 closes <b> around it")]
    [InlineData("<p><b>a</p></b>", 1, 4, "<b> is not closed: '</p>' on line 1 closes <p> around it")]
    [InlineData("<table><tr><td><a>x</td></tr></table>", 1, 16, "<a> is not closed: '</td>' on line 1 closes <td> around it")]
    [InlineData("<ul>\n<li>a\n<li>b", 1, 1, "<ul> is not closed: the template ends without '</ul>'")]
    [InlineData("<select><option>a", 1, 1, "<select> is not closed: the template ends without '</select>'")]
    [InlineData(
        "<div/>\n",
        1,
        1,
        "<div> is not closed: the template ends without '</div>', and '/>' closes only elements that hold nothing"
    )]
    [InlineData(
        "<my-card title=\"a\" />",
        1,
        1,
        "<my-card> is not closed: the template ends without '</my-card>', and '/>' closes only elements that hold nothing"
    )]
    [InlineData("<svg><g></svg>", 1, 6, "<g> is not closed: '</svg>' on line 1 closes <svg> around it")]
    [InlineData(
        "<svg><foreignObject><div/></foreignObject></svg>",
        1,
        21,
        "<div> is not closed: '</foreignobject>' on line 1 closes <foreignobject> around it, and '/>' closes only "
            + "elements that hold nothing"
    )]
    [InlineData(
        "<% if (Title == \"\") { %>\n<div>\n<% } %>\n</div>",
        2,
        1,
        "<div> is not closed: the block that it stands in ends on line 3. A block closes what it opens; to choose "
            + "between start tags, choose between their attributes"
    )]
    [InlineData(
        "<% if (Title == \"\") { %><div class=\"a\"><% } else { %><div><% } %></div>",
        1,
        25,
        "<div> is not closed: the block that it stands in ends on line 1. A block closes what it opens; to choose "
            + "between start tags, choose between their attributes"
    )]
    [InlineData(
        "<ul><% foreach (char c in Title) { %><li><b><%= c %></li><% } %></ul>",
        1,
        42,
        "<b> is not closed: '</li>' on line 1 closes <li> around it"
    )]
    [InlineData("<div>\n<% if (Title == \"\") { return; } %>\n</div>", 1, 1, "<div> is not closed: 'return' on line 2 leaves it open")]
    [InlineData(
        "<% foreach (char c in Title) { %><b><% if (c == 'a') continue; %></b><% } %>",
        1,
        34,
        "<b> is not closed: 'continue' on line 1 leaves it open"
    )]
    [InlineData(
        "<% switch (Title) { case \"\": %><b><% break; default: %></b><% break; } %>",
        1,
        32,
        "<b> is not closed: 'break' on line 1 leaves it open"
    )]
    [InlineData(
        "<textarea></textarea><script>a</script><style>b</style><title>c</title><div>",
        1,
        72,
        "<div> is not closed: the template ends without '</div>'"
    )]
    public void An_element_that_is_not_closed_is_reported_at_its_start_tag(string template, int line, int column, string message) =>
        IsOnly("STRYKE321", template, line, column, message);

    [Theory]
    [InlineData("<p>a</p>\n</div>", 2, 1, "</div> is out of place: no <div> is open here")]
    [InlineData(
        "<section>\n</sectoin>\n</section>",
        2,
        1,
        "</sectoin> is out of place: no <sectoin> is open here, but <section> of line 1"
    )]
    [InlineData("<section>\n</sectoin>", 2, 1, "</sectoin> is out of place: no <sectoin> is open here, but <section> of line 1")]
    [InlineData("a<br></br>", 1, 6, "</br> is out of place: <br> has no end tag")]
    [InlineData("<b><p>a</b></p>", 1, 12, "</p> is out of place: no <p> is open here")]
    [InlineData("<p>a</p></p>", 1, 9, "</p> is out of place: no <p> is open here")]
    [InlineData("</script>", 1, 1, "</script> is out of place: no <script> is open here")]
    [InlineData(
        "<div>\n<% if (Title == \"\") { %>\n</div>\n<% } %>",
        3,
        1,
        "</div> is out of place: when the block that ends on line 4 does not run, it is missing. Put start and end tag "
            + "into the same block"
    )]
    [InlineData(
        "<ul><li>a<% if (Title == \"\") { %></li><% } %></ul>",
        1,
        34,
        "</li> is out of place: when the block that ends on line 1 does not run, it is missing. Put start and end tag "
            + "into the same block"
    )]
    [InlineData(
        "<div><% foreach (char c in Title) { %></div><% if (c == 'a') break; %><div><% } %></div>",
        1,
        39,
        "</div> is out of place: 'break' on line 1 then leaves what its start tag stands in"
    )]
    [InlineData("<% using (FormTag(\"/\")) { %></form><% } %>", 1, 29, "</form> is out of place: no <form> is open here")]
    public void An_end_tag_that_closes_nothing_is_reported(string template, int line, int column, string message) =>
        IsOnly("STRYKE322", template, line, column, message);

    [Theory]
    [InlineData("<!doctype html><html><head><meta charset=\"utf-8\"><body><p>a<ul><li>b<li>c</ul><dl><dt>d<dd>e</dl>")]
    [InlineData("<!DOCTYPE html>\n<html lang=\"en\"><head></head><body></body></html>")]
    [InlineData("<table><caption>a<colgroup><col><thead><tr><th>b<tbody><tr><td>c<tr><td>d<tfoot></table>")]
    [InlineData("<table><tr><td><table><tr><td>a</table></td></tr></table>")]
    [InlineData("<select><optgroup label=\"a\"><option>b<option>c<optgroup label=\"d\"><option>e</select>")]
    [InlineData("<ruby>a<rp>(<rt>b<rp>)</ruby>")]
    [InlineData("<br><br/><img src=\"/a.png\" alt=\"\"><input name=\"a\" /><hr><wbr>")]
    [InlineData("<a href=/posts/>a</a>")]
    [InlineData("<p>a > b, c < d, e <f></f></p>")]
    [InlineData("<!-- <div> --><!--[if mso]><table><tr><![endif]--><p>a</p><!--[if mso]></tr></table><![endif]-->")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><g><path d=\"M0 0\"/><circle r=\"1\"/></g><foreignObject><p>a</p></foreignObject></svg><svg/>")]
    [InlineData("<path d=\"M0 0\" /><lineargradient id=\"a\"/>")]
    [InlineData("<math><mi>x</mi><mspace/></math>")]
    [InlineData(
        "<script>if (a < b) document.write('<div>')</script><style>a > b { }</style><title></p></title><textarea></div></textarea>"
    )]
    [InlineData("<noscript><p>a</p></noscript><template><li>b</li></template><my-card><slot></slot></my-card><svg:rect></svg:rect>")]
    [InlineData("<option<% if (Title == \"\") { %> selected<% } %>>a")]
    [InlineData("<div\nclass=\"a\"\n>a</div\n>")]
    [InlineData("<ul><% foreach (char c in Title) { %><li><%= c %><% } %></ul>")]
    [InlineData("<table><tr><% foreach (char c in Title) { %><td><%= c %></td><% if (c == 'a') { %></tr><tr><% } %><% } %></tr></table>")]
    [InlineData(
        "<div class=\"row\"><% foreach (char c in Title) { %><i><%= c %></i><% if (c == 'a') { %></div><div "
            + "class=\"row\"><% } %><% } %></div>"
    )]
    [InlineData("<% if (Title == \"\") { %><p>a</p><% } else if (Title == \"b\") { %><div>b</div><% } else { %><ul><li>c</ul><% } %>")]
    [InlineData("<div><% if (Title == \"\") { %>none</div><% return; } %>some</div>")]
    [InlineData("<div>a</div><% if (Title == \"\") return; %><div>b</div>")]
    [InlineData("<% foreach (char c in Title) { %><b>a</b><% if (c == 'a') continue; %><i>b</i><% if (c == 'b') { break; } %><% } %>")]
    [InlineData(
        "<% switch (Title) { case \"\": %><p>a</p><% break; case \"b\": %><div>b</div><% return; default: %><ul><li>c</ul><% break; } %>"
    )]
    [InlineData("<% Func<int, int> f = x => { if (x > 1) return 1; return 2; }; %><div><%= f(1) %></div>")]
    [InlineData("<% using (FormTag(\"/\")) { %><p><label>a <input name=\"a\"></label></p><% } %>")]
    [InlineData("<div><% var x = new { A = 1 }; int[] y = { 1 }; %><%= x.A %><%= y.Length %></div>")]
    [InlineData("<% using (ContentFor(\"head\")) { %><link rel=\"a\" href=\"/b\"><% } %><p>c</p>")]
    public void Markup_that_browsers_understand_is_not_reported(string template)
    {
        var app = ViewCompilation.Of("posts/_post.html.erb", template);
        Assert.Empty(app.Reported());
        Assert.DoesNotContain(app.Compiled(), d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Halves_of_one_frame_in_two_partials_are_reported_in_both() =>
        Assert.Equal(
            ["STRYKE322", "STRYKE321"],
            ViewCompilation
                .Of("shared/_header.html.erb", "<div class=\"page\">")
                .With("shared/_footer.html.erb", "</div>")
                .Reported()
                .Select(d => d.Id)
        );

    private static void IsOnly(string id, string template, int line, int column, string message)
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("posts/_post.html.erb", template).Built());
        var where = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            (id, message, Template, line, column),
            (diagnostic.Id, diagnostic.GetMessage(), where.Path, where.StartLinePosition.Line + 1, where.StartLinePosition.Character + 1)
        );
    }
}
