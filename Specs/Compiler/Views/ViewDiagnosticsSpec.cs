using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>What is wrong with a template is said at its own line and column, counted from 1.</summary>
public sealed class ViewDiagnosticsSpec
{
    [Theory]
    [InlineData("<p>\n  <%= x", "STRYKE300", 2, 3)]
    [InlineData("<p>\n<% if (true) {\n<p>a</p>\n<% } %>", "STRYKE300", 2, 1)]
    [InlineData("<%= 1\n<a href=\"/\"><%= 2 %></a>", "STRYKE300", 1, 1)]
    [InlineData("<%@ int x\n<%= x %>", "STRYKE300", 1, 1)]
    [InlineData("<p>\n<%= Views.Posts.Pots() %></p>", "STRYKE301", 2, 5)]
    [InlineData("<% foreach (var x in new[] { 1 }) { %>\n<p>", "STRYKE302", 1, 35)]
    [InlineData("<p>\n<% } %>", "STRYKE303", 2, 4)]
    [InlineData("<p>\n<% Title = \"a\"); %>", "STRYKE303", 2, 15)]
    [InlineData("<p>\n<%@ string %>", "STRYKE304", 2, 11)]
    [InlineData("<%@ ref int x %>", "STRYKE304", 1, 5)]
    [InlineData("<%@ %>", "STRYKE304", 1, 4)]
    [InlineData("<p>\n <%= Yield() %></p>", "STRYKE306", 2, 6)]
    [InlineData("<p>\n <% var x = this.Yield(\"a\"); %></p>", "STRYKE306", 2, 18)]
    [InlineData("<p class=<%= 1 %>>", "STRYKE307", 1, 10)]
    [InlineData("<style>\n<%= 1 %></style>", "STRYKE307", 2, 1)]
    [InlineData("<p style=\"<%= 1 %>\">", "STRYKE307", 1, 11)]
    [InlineData("<a href=\"javascript:f(<%= 1 %>)\">", "STRYKE307", 1, 23)]
    [InlineData("<<%= 1 %>>", "STRYKE307", 1, 2)]
    [InlineData("<p <%= 1 %>>", "STRYKE307", 1, 4)]
    [InlineData("<!-- <%= 1 %> -->", "STRYKE307", 1, 6)]
    [InlineData("<a href=\"<%= \"a\" %>:b\">x</a>", "STRYKE308", 1, 20)]
    [InlineData("<% if (true) { %>\n<p class=\"\n<% } %>", "STRYKE308", 3, 4)]
    [InlineData("<% if (true) { %><script><% } %>", "STRYKE308", 1, 29)]
    [InlineData("<p class=\"<% return; %>\">", "STRYKE308", 1, 14)]
    [InlineData("<% try { %>a<% } catch { } %>", "STRYKE308", 1, 12)]
    [InlineData("<p>a</p>\n<p class=\"a", "STRYKE309", 2, 1)]
    [InlineData("<script>\nlet a;", "STRYKE309", 1, 1)]
    [InlineData("<p>\n<% if (true) %>a", "STRYKE310", 2, 12)]
    [InlineData("<% Title = \"a\" %>", "STRYKE310", 1, 12)]
    [InlineData("<% Title = string.Concat( %>", "STRYKE310", 1, 25)]
    [InlineData("<%= 1; %>", "STRYKE311", 1, 6)]
    [InlineData("<p>\n<%= %></p>", "STRYKE311", 2, 1)]
    [InlineData("<p>\n<%= Math.Max(1, %></p>", "STRYKE311", 2, 16)]
    [InlineData("<% var a = \"b; %>", "STRYKE311", 1, 12)]
    [InlineData("<%= 1 /* a %>", "STRYKE311", 1, 7)]
    [InlineData("<%\n#if A\n%>", "STRYKE311", 2, 1)]
    [InlineData("<p>\n  <%== \"a\" %></p>", "STRYKE314", 2, 3)]
    [InlineData("<meta content=\"<%= 1 %>\" http-equiv=\"refresh\">", "STRYKE307", 1, 45)]
    [InlineData("<svg><script>f('<%= 1 %>')</script></svg>", "STRYKE307", 1, 17)]
    [InlineData("<object archive=\"<%= 1 %>\"></object>", "STRYKE307", 1, 18)]
    [InlineData("<script>\n<% foreach (int i in new[] { 1 }) { %>/'/.test(<%= i %>), f(<%= i %>) <% } %></script>", "STRYKE308", 2, 74)]
    [InlineData("<script>\n() => {} /'/.test(a);\nf('<%= 1 %>', '<%= 2 %>'); </script>", "STRYKE316", 3, 4)]
    [InlineData("<script>\na = 'b\n f('<%= 1 %>')</script>", "STRYKE317", 3, 5)]
    [InlineData("<math><annotation-xml><style></style></annotation-xml></math>", "STRYKE318", 1, 29)]
    public void A_mistake_is_reported_where_it_stands(string template, string id, int line, int column)
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("posts/show.html.erb", template).Reported());
        Assert.Equal((id, "/blog/app/views/posts/show.html.erb"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Equal((line, column), Start(diagnostic));
    }

    [Fact]
    public void A_slash_of_two_meanings_is_named_where_it_stands_with_what_to_write_instead()
    {
        string message = Assert
            .Single(ViewCompilation.Of("a.html.erb", "<script>\n() => {} /'/.test(a);\nf('<%= 1 %>');</script>").Reported())
            .GetMessage();
        Assert.StartsWith("A value cannot be written after the '/' in line 2, column 10: ", message, StringComparison.Ordinal);
        Assert.Contains("into parentheses", message, StringComparison.Ordinal);
        Assert.Contains("data- attribute", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_view_is_answered_with_the_nearest_one()
    {
        var diagnostic = Assert.Single(
            ViewCompilation.Of("posts/index.html.erb", "<%= Views.Posts.Pots(1) %>").With("posts/_post.html.erb", "<%@ int x %>").Reported()
        );
        Assert.Equal("There is no view Views.Posts.Pots; did you mean Views.Posts.Post?", diagnostic.GetMessage());
    }

    [Fact]
    public void An_unknown_view_that_is_like_no_other_is_answered_with_the_file_it_would_be()
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("a.html.erb", "<%= Views.Admin.SideBar() %>").Reported());
        Assert.Equal("There is no view Views.Admin.SideBar; app/views/admin/_side_bar.html.erb would be one", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Views.Posts.Row(\"one\")", "CS1503", "\"one\"")]
    [InlineData("Views.Posts.Row(1, text: 2)", "CS1503", "2")]
    [InlineData("Views.Posts.Row()", "CS7036", "Row")]
    [InlineData("Views.Posts.Row(1, \"a\", 3)", "CS1501", "Row")]
    [InlineData("Views.Posts.Row(1, txt: \"a\")", "CS1739", "txt")]
    [InlineData("Views.Posts.Row(missing)", "CS0103", "missing")]
    public void A_wrong_argument_is_said_once_in_a_template_and_in_a_controller(string call, string id, string under)
    {
        const string Partial = "<%@ int number, string text = \"\" %>\n<%= number %><%= text %>\n";
        string template = $"<h1>Posts</h1>\n<%= {call} %>\n",
            source = $"namespace Blog;\nclass Caller {{ object Row() => {call}; }}\n";

        var inTemplate = Assert.Single(ViewCompilation.Of("posts/_row.html.erb", Partial).With("posts/index.html.erb", template).Built());
        Assert.Equal((id, "/blog/app/views/posts/index.html.erb"), (inTemplate.Id, inTemplate.Location.GetMappedLineSpan().Path));
        Assert.Equal((1, template.Split('\n')[1].IndexOf(under, StringComparison.Ordinal)), Mapped(inTemplate));

        var inSource = Assert.Single(ViewCompilation.Of("posts/_row.html.erb", Partial).With("Caller.cs", source).Built());
        Assert.Equal((id, "/blog/Caller.cs"), (inSource.Id, inSource.Location.GetMappedLineSpan().Path));
        Assert.Equal((1, source.Split('\n')[1].LastIndexOf(under, StringComparison.Ordinal)), Mapped(inSource));
    }

    [Fact]
    public void A_layout_is_no_view_to_call() =>
        Assert.Equal(
            ["STRYKE301"],
            Ids(ViewCompilation.Of("a.html.erb", "<%= Views.Layouts.Application() %>").With("layouts/application.html.erb", ""))
        );

    [Fact]
    public void Two_templates_of_one_name_are_reported_once_at_the_second()
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("posts/_post.html.erb", "a").With("posts/post.html.erb", "b").Reported());
        Assert.Equal(
            "This template and app/views/posts/_post.html.erb are both Views.Posts.Post: rename one of them",
            diagnostic.GetMessage()
        );
        Assert.Equal(("STRYKE305", "/blog/app/views/posts/post.html.erb"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("posts.html.erb", "posts/index.html.erb")]
    [InlineData("admin/posts_index.html.erb", "admin/posts/index.html.erb")]
    public void Names_that_meet_in_CSharp_are_reported(string path, string other) =>
        Assert.Equal(["STRYKE305"], Ids(ViewCompilation.Of(path, "a").With(other, "b")));

    [Theory]
    [InlineData("posts/404.html.erb")]
    [InlineData("posts/feed.xml.erb")]
    [InlineData("posts/posts.html.erb")]
    [InlineData("views/index.html.erb")]
    public void A_name_that_CSharp_cannot_say_is_reported(string path) => Assert.Equal(["STRYKE313"], Ids(ViewCompilation.Of(path, "a")));

    [Fact]
    public void A_layout_with_parameters_is_reported_at_them()
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("layouts/application.html.erb", "<p>\n<%@ int x %></p>").Reported());
        Assert.Equal(("STRYKE312", (2, 5)), (diagnostic.Id, Start(diagnostic)));
    }

    [Theory]
    [InlineData("<p><%= missing %></p>", "CS0103", 1, 8)]
    [InlineData("<%@ string x %>\n<p>\n  <%= x.Length +\n      x.Missing %></p>", "CS1061", 4, 9)]
    [InlineData("<p>\n<% foreach (var x in missing) { %>a<% } %>", "CS0103", 2, 22)]
    [InlineData("<p>\n<%= Views.Posts.Post(\"a\") %>", "CS1503", 2, 22)]
    [InlineData("<p><%= Views.Posts.Post() %>", "CS7036", 1, 20)]
    public void A_mistake_that_CSharp_finds_is_reported_where_it_stands(string template, string id, int line, int column)
    {
        var diagnostic = Assert.Single(
            ViewCompilation.Of("posts/show.html.erb", template).With("posts/_post.html.erb", "<%@ int x %>").Compiled()
        );
        var where = diagnostic.Location.GetMappedLineSpan();
        Assert.Equal((id, "/blog/app/views/posts/show.html.erb"), (diagnostic.Id, where.Path));
        Assert.Equal((line, column), (where.StartLinePosition.Line + 1, where.StartLinePosition.Character + 1));
    }

    [Theory]
    [InlineData("<p>\n<%@ int a, Missing x %>", "CS0246", 2, 12)]
    [InlineData("<p>\n<%@ int a, List<Missing?>? x = null %>", "CS0246", 2, 17)]
    [InlineData("<p>\n<%@ int a, Missing[] x %><%= x.Length %>", "CS0246", 2, 12)]
    [InlineData("<%@ int a = \"b\" %>", "CS1750", 1, 9)]
    [InlineData("<%@ int a,\n  int b = missing %>", "CS0103", 2, 11)]
    [InlineData("<%@ int a,\n  int a %>", "STRYKE304", 2, 3)]
    public void A_mistake_in_a_parameter_is_said_once_where_it_stands(string template, string id, int line, int column)
    {
        var diagnostic = Assert.Single(ViewCompilation.Of("posts/show.html.erb", template).Built());
        Assert.Equal((id, "/blog/app/views/posts/show.html.erb"), (diagnostic.Id, diagnostic.Location.GetMappedLineSpan().Path));
        Assert.Equal((line - 1, column - 1), Mapped(diagnostic));
    }

    [Theory]
    [InlineData("string? a", "null!")]
    [InlineData("int? a = 3", "null")]
    [InlineData("(int Left, string? Right) a", "(1, null)")]
    [InlineData("(int, int)? a", "null")]
    [InlineData("string?[]? a", "null")]
    [InlineData("IReadOnlyList<string?> a", "[null]")]
    [InlineData("Func<int, bool> @class", "x => x > 1")]
    [InlineData("dynamic a", "1")]
    [InlineData("Outer.Inner a", "new()")]
    public void A_parameter_may_have_any_type(string parameter, string argument) =>
        Assert.Empty(
            ViewCompilation
                .Of("posts/_post.html.erb", $"<%@ {parameter} %>")
                .With("posts/index.html.erb", $"<%= Views.Posts.Post({argument}) %>")
                .With("Outer.cs", "namespace Blog; public static class Outer { public sealed class Inner; }")
                .Built()
        );

    [Theory]
    [InlineData("<% var s = \"}\"; // } \n %><%= $\"{s}\" %>")]
    [InlineData("<% switch (1) { %> <% case 1: %>a<% break; %> <% } %>")]
    [InlineData("<option<% if (true) { %> selected<% } %>>a</option>")]
    [InlineData("<a class=\"a<% if (true) { %> b<% } %>\">a</a>")]
    [InlineData("<% if (Title == \"\") { return; } %>a")]
    [InlineData("<% foreach (var x in new[] { 1, 2 }) { if (x == 1) continue; %><i><%= x %></i><% } %>")]
    [InlineData("<p class=\"<% foreach (var x in new[] { 1 }) { if (x == 1) continue; %>a<% } %>\">a</p>")]
    [InlineData("<p class=\"<% Func<int> f = () => { return 1; }; %><%= f() %>\">a</p>")]
    [InlineData("a < b <<- c")]
    [InlineData("<script>() => {} /'/.test(a);</script>")]
    [InlineData("<script>() => {} (/'/).test(a); f('<%= 1 %>')</script>")]
    [InlineData("<script>var a = [<% foreach (var x in new[] { 1 }) { %>{ id: <%= x %> }, <% } %>];</script>")]
    [InlineData("<script>var a = [<% for (int i = 0; i < 2; i++) { %><% if (i > 0) { %>, <% } %>{ id: <%= i %> }<% } %>];</script>")]
    [InlineData("<script>var a = <% if (true) { %>{ b: <%= 1 %> }<% } else { %>{ b: 'c' }<% } %>;\nf(<%= 2 %>);</script>")]
    [InlineData("<script><% if (true) { %>$(function () {<% } %>\nf('<%= 1 %>');\n<% if (true) { %>});<% } %></script>")]
    [InlineData("<meta content=\"<%= 1 %>\" name=\"description\"><meta http-equiv=\"refresh\" content=\"5; url=<%= \"/\" %>\">")]
    [InlineData("<!-- <p class=' --><p class=\"<%= 1 %>\"></p>")]
    [InlineData("<!DOCTYPE html>\n<?php ?><p>")]
    public void Sound_templates_are_not_reported(string template)
    {
        var app = ViewCompilation.Of("posts/show.html.erb", template);
        Assert.Empty(app.Reported());
        Assert.Empty(app.Compiled());
    }

    [Fact]
    public void An_app_without_the_views_run_time_gets_nothing() =>
        Assert.Empty(
            ViewCompilation
                .Of("posts/show.html.erb", "a")
                .WithoutViews()
                .Driver()
                .RunGenerators(new ViewCompilation().WithoutViews().Compilation())
                .GetRunResult()
                .GeneratedTrees
        );

    private static IEnumerable<string> Ids(ViewCompilation app) => app.Reported().Select(diagnostic => diagnostic.Id);

    private static (int Line, int Column) Mapped(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetMappedLineSpan().StartLinePosition;
        return (start.Line, start.Character);
    }

    private static (int Line, int Column) Start(Diagnostic diagnostic)
    {
        var where = diagnostic.Location.GetLineSpan();
        return (where.StartLinePosition.Line + 1, where.StartLinePosition.Character + 1);
    }
}
