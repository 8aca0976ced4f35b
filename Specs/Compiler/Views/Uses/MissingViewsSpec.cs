using Microsoft.CodeAnalysis;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Uses;

/// <summary>A view that is misspelt in C# is answered like one in a template: once, at the name, with the nearest one.</summary>
public sealed class MissingViewsSpec
{
    [Theory]
    [InlineData("Views.Posts.Indx(1)", "There is no view Views.Posts.Indx; did you mean Views.Posts.Index?")]
    [InlineData("Views.Pots.Index(1)", "There is no view Views.Pots.Index; did you mean Views.Posts.Index?")]
    [InlineData("Views.Posts.Indx(number: 1)", "There is no view Views.Posts.Indx; did you mean Views.Posts.Index?")]
    [InlineData("Views.Posts.Indx(1, \"a\", @class: null)", "There is no view Views.Posts.Indx; did you mean Views.Posts.Index?")]
    [InlineData(
        "Views.Admin.Reports.Monthly()",
        "There is no view Views.Admin.Reports.Monthly; app/views/admin/reports/monthly.html.erb would be one"
    )]
    [InlineData(
        "Views.Posts.Layouts.Application()",
        "There is no view Views.Posts.Layouts.Application; app/views/posts/layouts/application.html.erb would be one"
    )]
    public void It_is_said_once_at_the_name(string call, string message)
    {
        var diagnostic = Assert.Single(Built($"class Caller\n{{\n    object A() => {call};\n}}"));
        Assert.Equal(("STRYKE301", message), (diagnostic.Id, diagnostic.GetMessage()));
        var where = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            ("/blog/Caller.cs", 3, 18, 18 + call.IndexOf('(')),
            (where.Path, where.StartLinePosition.Line, where.StartLinePosition.Character, where.EndLinePosition.Character)
        );
    }

    [Fact]
    public void Each_call_is_said() =>
        Assert.Equal(
            ["STRYKE301", "STRYKE301", "STRYKE301"],
            Built(
                    "class Caller { object A() => Views.Posts.Indx(1); object B() => Views.Posts.Indx(1, x: 2); object "
                        + "C() => Views.Posts.Nw(); }"
                )
                .Select(d => d.Id)
        );

    [Theory]
    [InlineData("class Caller { object A() => Views.Posts.Index(1); }")]
    [InlineData("class Own { public object Index(int x) => x; } class Caller { Own Views = new(); object A() => Views.Index(1); }")]
    [InlineData("static partial class Views { internal static object Mine() => 1; } class Caller { object A() => Views.Mine(); }")]
    [InlineData(
        "class Posts { public Posts Views => this; public object Indx() => 1; } class Caller { object A(Posts posts) => "
            + "posts.Views.Indx(); }"
    )]
    public void What_is_there_is_not_reported(string source) => Assert.Empty(Built(source));

    [Theory]
    [InlineData("class Caller { object A() => Views.Posts(1); }")]
    [InlineData("class Caller { object A() => Views.Posts.Index.More(1); }")]
    [InlineData("class Caller { object A() => Views.Posts.Posts(1); }")]
    public void What_nothing_can_stand_in_for_is_said_once_by_CSharp(string source) =>
        Assert.StartsWith("CS", Assert.Single(Built(source)).Id, StringComparison.Ordinal);

    [Fact]
    public void An_app_without_templates_is_told_as_well() =>
        Assert.Equal(
            ["STRYKE301"],
            new ViewCompilation()
                .With("Caller.cs", "namespace Blog; class Caller { object A() => Views.Posts.Index(1); }")
                .Built()
                .Select(d => d.Id)
        );

    [Fact]
    public void A_controller_that_returns_it_has_one_mistake()
    {
        const string Source = """
            namespace Blog;
            public sealed partial class Routes : RouteMap { protected override void Draw() { Get("/", Home.Index); } }
            public sealed partial class HomeController : Controller
            {
                public async Task<Result> Index()
                {
                    await Task.Yield();
                    return Request.Path == "/" ? Views.Home.Indx(1) : Unprocessable(Views.Home.Idex(1));
                }
            }
            """;
        var app = AppCompilation.WithTemplate(Source, "home/index.html.erb", "<%@ int x %>\n<%= x %>");
        Assert.Equal(["STRYKE301", "STRYKE301"], app.Diagnostics.Select(d => d.Id));
        Assert.Empty(app.Errors());
    }

    private static IReadOnlyList<Diagnostic> Built(string source) =>
        ViewCompilation
            .Of("posts/index.html.erb", "<%@ int number %>\n<%= number %>")
            .With("Caller.cs", "namespace Blog;\n" + source)
            .Built();
}
