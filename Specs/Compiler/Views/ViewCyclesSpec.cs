using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>
/// A view that calls itself whichever way its code goes is an error of the build; one that calls itself while there is
/// data is not.
/// </summary>
public sealed class ViewCyclesSpec
{
    private const string Self = "<%= Views.Comments.Comment(depth + 1) %>";

    [Theory]
    [InlineData("<p><%= Views.Comments.Comment(depth + 1) %></p>")]
    [InlineData("<% if (depth > 3) { %>a" + Self + "<% } else { %>" + Self + "<% } %>")]
    [InlineData("<% if (depth > 3) { %>" + Self + "<% } else if (depth > 2) { %>" + Self + "<% } else { %>" + Self + "<% } %>")]
    [InlineData("<% switch (depth) { case 1: %>" + Self + "<% break; default: %>" + Self + "<% break; } %>")]
    [InlineData("<% { %>" + Self + "<% } %>")]
    [InlineData("<% using (FormTag(\"/\")) { %>" + Self + "<% } %>")]
    [InlineData("<% foreach (char c in \"ab\") { if (c == 'a') continue; if (c == 'b') break; } %>" + Self)]
    [InlineData("<% do { %>" + Self + "<% } while (depth < 3); %>")]
    [InlineData("<% Func<int> f = () => { return 1; }; %><%= f() %>" + Self)]
    [InlineData("<% Out.Text(Views.Comments.Comment(depth + 1)); %>")]
    [InlineData("<% Views.Comments.Comment(depth + 1).Render(this); %>")]
    [InlineData("<%= (depth > 3 ? Views.Comments.Comment(1) : Views.Comments.Comment(2)) %>")]
    [InlineData("<%= Views.Comments.Comment(depth + 1) // again %>")]
    [InlineData("<% if (depth > 3) { %>" + Self + "<% } %>", false)]
    [InlineData("<% if (depth > 3) { %>" + Self + "<% } else { %>the end<% } %>", false)]
    [InlineData("<% if (depth > 3) return; %>" + Self, false)]
    [InlineData("<% if (depth > 3) { return; } %>" + Self, false)]
    [InlineData("<% if (depth > 3) { %>a<% return; } %>" + Self, false)]
    [InlineData("<% if (depth > 3) throw new InvalidOperationException(); %>" + Self, false)]
    [InlineData("<%= depth > 3 ? throw new InvalidOperationException() : depth %>" + Self, false)]
    [InlineData("<% foreach (char c in \"ab\") { %>" + Self + "<% } %>", false)]
    [InlineData("<% for (int i = 0; i < depth; i++) { %>" + Self + "<% } %>", false)]
    [InlineData("<% while (depth-- > 0) { %>" + Self + "<% } %>", false)]
    [InlineData("<% do { if (depth > 3) break; %>" + Self + "<% } while (depth < 3); %>", false)]
    [InlineData("<% while (true) { if (depth > 3) return; } %>" + Self, false)]
    [InlineData("<% switch (depth) { case 1: %>" + Self + "<% break; } %>", false)]
    [InlineData("<% switch (depth) { case 1: %>" + Self + "<% break; default: %>b<% break; } %>", false)]
    [InlineData("<% Action f = () => { Out.Text(Views.Comments.Comment(depth + 1)); }; if (depth > 3) f(); %>", false)]
    [InlineData("<% void F() { Out.Text(Views.Comments.Comment(depth + 1)); } if (depth > 3) F(); %>", false)]
    [InlineData("<% try { Out.Text(Views.Comments.Comment(depth + 1)); } catch (InvalidOperationException) { } %>", false)]
    [InlineData("<% var later = Views.Comments.Comment(depth + 1); %>", false)]
    [InlineData("<%# Views.Comments.Comment(depth) %>", false)]
    [InlineData("<% // Out.Text(Views.Comments.Comment(depth));\n %>", false)]
    [InlineData("<%= \"Views.Comments.Comment(depth)\" %>", false)]
    public void Only_a_call_that_is_certain_counts(string template, bool isEndless = true) =>
        Assert.Equal(
            isEndless ? ["STRYKE320"] : [],
            ViewCompilation
                .Of("comments/_comment.html.erb", "<%@ int depth %>\n" + template)
                .Reported()
                .Where(d => d.Id == "STRYKE320")
                .Select(d => d.Id)
        );

    [Fact]
    public void It_is_reported_at_the_call_with_the_circle()
    {
        var diagnostic = Assert.Single(
            ViewCompilation.Of("comments/_comment.html.erb", "<%@ int depth %>\n<li>\n  <%= Views.Comments.Comment(depth) %></li>").Built()
        );
        var where = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            ("STRYKE320", "/blog/app/views/comments/_comment.html.erb", 2, 6),
            (diagnostic.Id, where.Path, where.StartLinePosition.Line, where.StartLinePosition.Character)
        );
        Assert.Equal(
            "Views.Comments.Comment would never end, because every path through its code reaches this call: "
                + "Comments.Comment > Comments.Comment. "
                + "Put the call into an 'if' or a 'foreach' that comes to an end",
            diagnostic.GetMessage()
        );
    }

    [Fact]
    public void Views_that_call_each_other_are_reported_once()
    {
        var diagnostic = Assert.Single(
            ViewCompilation
                .Of("posts/show.html.erb", "<%= Views.Shared.Page() %>")
                .With("shared/_page.html.erb", "<%= Views.Shared.Side() %>")
                .With("shared/_side.html.erb", "<%= Views.Posts.Show() %>")
                .Built()
        );
        Assert.Equal("STRYKE320", diagnostic.Id);
        Assert.Contains(": Posts.Show > Shared.Page > Shared.Side > Posts.Show.", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_with_one_way_out_is_none() =>
        Assert.Empty(
            ViewCompilation
                .Of("posts/show.html.erb", "<%= Views.Shared.Page() %>")
                .With("shared/_page.html.erb", "<% if (Title == \"\") { %><%= Views.Posts.Show() %><% } %>")
                .Built()
        );

    [Fact]
    public void A_view_that_leads_into_a_circle_is_not_part_of_it()
    {
        var diagnostic = Assert.Single(
            ViewCompilation.Of("a.html.erb", "<%= Views.B() %>").With("_b.html.erb", "<%= Views.B() %>").Built()
        );
        Assert.Equal("/blog/app/views/_b.html.erb", diagnostic.Location.GetLineSpan().Path);
    }
}
