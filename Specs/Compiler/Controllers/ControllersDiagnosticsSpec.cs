using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Controllers;

public sealed class ControllersDiagnosticsSpec
{
    [Theory]
    [InlineData("object", "what")]
    [InlineData("List<int>", "ids")]
    [InlineData("Params", "all")]
    public void STRYKE201_a_parameter_that_cannot_be_bound(string type, string name) =>
        Assert.Equal($"3:{25 + type.Length} {name}", Controller($"public Result Show({type} {name}) => Head(200);").Only("STRYKE201"));

    [Theory]
    [InlineData("public string Show() => \"\";", "3:19 Show")]
    [InlineData("public void Show() { }", "3:17 Show")]
    [InlineData("public Result? Show() => null;", "3:20 Show")]
    [InlineData("public Result Show<T>() => Head(200);", "3:19 Show")]
    public void STRYKE202_a_public_method_that_is_no_action(string method, string place) =>
        Assert.Equal(place, Controller(method).Only("STRYKE202"));

    [Fact]
    public void What_is_not_public_is_no_action() =>
        Assert.Empty(
            Controller(
                "private string A() => \"\"; protected int B() => 1; internal void C() { } public static void D() { } "
                    + "public override string ToString() => \"\";"
            ).Diagnostics
        );

    [Theory]
    [InlineData("[Before(Only = [\"Shwo\"])]", "3:21 \"Shwo\"")]
    [InlineData("[After(Except = [nameof(Index), nameof(ToString)])]", "3:37 nameof(ToString)")]
    public void STRYKE203_a_filter_for_an_action_that_does_not_exist(string attribute, string place) =>
        Assert.Equal(place, Controller($"{attribute} private void Filter() {{ }}").Only("STRYKE203"));

    [Fact]
    public void A_controller_that_is_not_partial_is_told_by_CSharp_alone()
    {
        var app = AppCompilation.Of("public sealed class HomeController : Controller { }");
        Assert.Empty(app.Diagnostics);
        Assert.Equal(["CS0260"], app.Errors().Select(error => error.Id));
    }

    [Fact]
    public void A_base_without_filters_of_its_own_need_not_be_partial() =>
        AppCompilation
            .Of(
                "public abstract class ApplicationController : Controller;",
                "public sealed partial class HomeController : ApplicationController;"
            )
            .Builds();

    [Theory]
    [InlineData("[Before] private int Filter() => 1;", "must return void")]
    [InlineData("[Before] private void Filter(int a) { }", "cannot have parameters")]
    [InlineData("[After] private Result? Filter() => null;", "cannot answer")]
    [InlineData("[Before] private static void Filter() { }", "is static")]
    public void STRYKE207_a_method_that_cannot_be_a_filter(string method, string complaint) =>
        Assert.Contains(complaint, Controller(method).Message("STRYKE207"), StringComparison.Ordinal);

    [Fact]
    public void STRYKE208_two_actions_of_one_name() =>
        Assert.Equal("4:19 Index", Controller("public Result Index(long id) => Head(200);").Only("STRYKE208"));

    [Fact]
    public void STRYKE209_a_controller_that_cannot_be_made() =>
        Assert.Equal(
            "1:29 HomeController",
            AppCompilation
                .Of("public sealed partial class HomeController(int a) : Controller { public Result Index() => Head(a); }")
                .Only("STRYKE209")
        );

    [Fact]
    public void STRYKE210_a_controller_in_another_class() =>
        Assert.Equal(
            "1:51 HomeController",
            AppCompilation.Of("public partial class Outer { public partial class HomeController : Controller { } }").Only("STRYKE210")
        );

    [Fact]
    public void STRYKE211_a_middleware_stack_that_cannot_be_read() =>
        Assert.Equal(
            "1:80 Console.WriteLine()",
            AppCompilation
                .Of("public sealed class Stack : MiddlewareStack { protected override void Draw() { Console.WriteLine(); } }")
                .Only("STRYKE211")
        );

    [Theory]
    [InlineData("public Result Text(string q) => Head(200);", "3:19 Text")]
    [InlineData("public new Result Flash() => Head(200);", "3:23 Flash")]
    public void STRYKE212_an_action_that_hides_what_actions_use(string method, string place) =>
        Assert.Equal(place, Controller(method).Only("STRYKE212"));

    private static AppCompilation Controller(string members) =>
        AppCompilation.Of(
            $$"""
            public sealed partial class HomeController : Controller
            {
                {{members}}
                public Result Index() => Head(200);
            }
            """
        );
}
