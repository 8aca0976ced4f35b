using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

public sealed class RoutesDiagnosticsSpec
{
    [Fact]
    public void STRYKE101_a_route_to_a_missing_action()
    {
        var app = Draw("Get(\"/a\", Home.Missing);");
        Assert.Equal("5:19 Home.Missing", app.Only("STRYKE101"));
        Assert.Equal(
            "HomeController has no action Missing: write 'public Result Missing(…)', or remove the route",
            app.Message("STRYKE101")
        );
        Assert.Empty(app.Errors()); // the token exists, so that the compiler does not complain as well
    }

    [Fact]
    public void STRYKE101_a_resource_without_one_of_its_actions()
    {
        var app = Draw("Resources(Home, only: [Index, Destroy]);");
        Assert.Equal("5:19 Home", app.Only("STRYKE101"));
        Assert.Contains("except: [Destroy]", app.Message("STRYKE101"), StringComparison.Ordinal);
    }

    [Fact]
    public void STRYKE102_a_route_to_a_missing_controller()
    {
        var app = Draw("Get(\"/a\", Api.Ghosts.Index);");
        Assert.Equal("5:19 Api.Ghosts", app.Only("STRYKE102"));
        Assert.Empty(app.Errors());
    }

    [Fact]
    public void STRYKE103_a_route_said_twice()
    {
        var app = Draw("Get(\"/a\", Home.Index);\n        Get(\"/a\", Home.Other);");
        Assert.Equal("6:9 Get(\"/a\", Home.Other)", app.Only("STRYKE103"));
        Assert.Equal("GET /a is already routed to Home.Index on line 5", app.Message("STRYKE103"));
    }

    [Fact]
    public void STRYKE104_a_route_that_is_never_reached()
    {
        var app = Draw("Get(\"/a/:id\", Home.Index);\n        Get(\"/a/:name\", Home.Other);");
        Assert.Equal("6:9 Get(\"/a/:name\", Home.Other)", app.Only("STRYKE104"));
    }

    [Theory]
    [InlineData("/a//b", "a segment is empty")]
    [InlineData("/a/", "remove the slash")]
    [InlineData("/*rest/b", "must be the last segment")]
    [InlineData("/:1", "is not a name")]
    [InlineData("/a:b", "must be a whole segment")]
    [InlineData("/a(.:format)", "'.:format'|must be a whole segment|no optional parts")]
    [InlineData("/a?b=c", "ends a path")]
    [InlineData("/a.:format/b", "belongs at the end")]
    [InlineData("/%41", "the character itself")]
    [InlineData("/:id/:id", "two parameters named 'id'")]
    [InlineData("/:a/:b/:c/:d/:e/:f/:g/:h/:i", "eight is the most")]
    public void STRYKE105_a_malformed_pattern(string pattern, string complaint)
    {
        string message = Draw($"Get(\"{pattern}\", Home.Index);").Message("STRYKE105");
        Assert.True(complaint.Split('|').Any(c => message.Contains(c, StringComparison.Ordinal)), message);
    }

    [Fact]
    public void STRYKE105_stands_under_the_segment_that_is_wrong() =>
        Assert.Equal("5:18 b:c", Draw("Get(\"/aa/b:c/d\", Home.Index);").Only("STRYKE105"));

    [Fact]
    public void STRYKE105_formats_without_a_place_for_them() =>
        Assert.Contains(
            "needs a '.:format'",
            Draw("Get(\"/a\", Home.Index, format: [\"json\"]);").Message("STRYKE105"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("if (true) { }", "if (true) { }")]
    [InlineData("var path = \"/a\"; Get(path, Home.Index);", "var path = \"/a\";")]
    [InlineData("foreach (var x in new[] { 1 }) { }", "foreach (var x in new[] { 1 }) { }")]
    [InlineData("Console.WriteLine();", "Console.WriteLine")]
    public void STRYKE106_what_cannot_be_read_at_build_time(string statement, string place)
    {
        var app = Draw(statement);
        Assert.Contains(
            app.Diagnostics,
            d =>
                d.Id == "STRYKE106"
                && d.Location.SourceTree is null
                && app.Input.SyntaxTrees.Single(t => t.FilePath == d.Location.GetLineSpan().Path).GetText().ToString(d.Location.SourceSpan)
                    == place
        );
    }

    [Fact]
    public void STRYKE106_a_pattern_that_is_not_written_out() =>
        Assert.Equal("5:13 \"/a\" + 1", Draw("Get(\"/a\" + 1, Home.Index);").Only("STRYKE106"));

    [Fact]
    public void STRYKE107_two_paths_of_one_name()
    {
        var app = Draw("Get(\"/a-b\", Home.Index);\n        Get(\"/a_b\", Home.Other);");
        Assert.Equal("6:9 Get(\"/a_b\", Home.Other)", app.Only("STRYKE107"));
        Assert.Empty(Draw("Get(\"/a-b\", Home.Index);\n        Get(\"/a_b\", Home.Other, name: \"Ab2\");").Diagnostics);
    }

    [Fact]
    public void A_route_map_that_is_not_partial_is_told_by_CSharp_alone()
    {
        var app = AppCompilation.Of("public sealed class Routes : RouteMap { protected override void Draw() { } }");
        Assert.Empty(app.Diagnostics);
        Assert.Equal(["CS0260"], app.Errors().Select(error => error.Id).Distinct());
    }

    [Theory]
    [InlineData("Gett(\"/a\", Home.Index);", "5:9 Gett", "did you mean 'Get'?")]
    [InlineData("Resource(Home, only: [Index]);", "5:9 Resource", "did you mean 'Resources'?")]
    [InlineData(
        "Resources(Home, only: [Index], nested: home => home.Resource(Home, only: [Index]));",
        "5:61 Resource",
        "did you mean 'Resources'?"
    )]
    [InlineData(
        "Resources(Home, only: [Index, Destory]);",
        "5:39 Destory",
        "in 'only', 'Destory' is not one of the seven actions, did you mean 'Destroy'?"
    )]
    [InlineData(
        "Resources(Home, except: [Shwo, New, Edit, Create, Update, Destroy]);",
        "5:34 Shwo",
        "in 'except', 'Shwo' is not one of the seven actions, did you mean 'Show'?"
    )]
    public void STRYKE106_a_name_that_is_misspelt(string statement, string place, string complaint)
    {
        var app = Draw(statement);
        Assert.Equal(place, app.Only("STRYKE106"));
        Assert.EndsWith(complaint, app.Message("STRYKE106"), StringComparison.Ordinal);
        Assert.Empty(app.Errors());
    }

    [Fact]
    public void STRYKE109_a_second_route_map() =>
        Assert.Equal(
            "1:22 More",
            AppCompilation
                .Of(Map("Root(Home.Index);"), "public partial class More : RouteMap { protected override void Draw() { } }")
                .Only("STRYKE109")
        );

    [Fact]
    public void STRYKE110_a_resource_without_actions() =>
        Assert.Equal("5:9 Resources(Home, only: [])", Draw("Resources(Home, only: []);").Only("STRYKE110"));

    [Fact]
    public void All_of_them_are_errors() =>
        Assert.All(Draw("Get(\"/a\", Home.Missing);").Diagnostics, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));

    private static AppCompilation Draw(string statements) => AppCompilation.Of(Map(statements));

    private static string Map(string statements) =>
        $$"""
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    {{statements}}
                }
            }
            public sealed partial class HomeController : Controller
            {
                public Result Index() => Head(200);
                public Result Other() => Head(200);
            }
            """;
}
