using Stryke.Web.Specs.Compiler.Routes;
using Stryke.Web.Specs.Controllers;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Controllers;

public sealed class JsonSpec
{
    [Theory]
    [InlineData("\"a\\\"<\"", "\"a\\u0022\\u003C\"")]
    [InlineData("1.50m", "1.50")]
    [InlineData("true", "true")]
    [InlineData("(int?)null", "null")]
    [InlineData("(string?)null", "null")]
    [InlineData("new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("new DateTime(2026, 4, 26, 1, 2, 3, DateTimeKind.Utc)", "\"2026-04-26T01:02:03Z\"")]
    [InlineData("new DateOnly(2026, 4, 26)", "\"2026-04-26\"")]
    [InlineData("Color.DarkBlue", "\"darkBlue\"")]
    [InlineData("new[] { 1, 2 }", "[1,2]")]
    [InlineData("new List<string?> { \"a\", null }", "[\"a\",null]")]
    [InlineData("Enumerable.Range(1, 3)", "[1,2,3]")]
    [InlineData("new Dictionary<string, List<int>> { [\"a b\"] = [1] }", "{\"a b\":[1]}")]
    [InlineData("new Point(1, 2)", "{\"x\":1,\"y\":2}")]
    [InlineData("new Node(\"a\", new Node(\"b\", null))", "{\"name\":\"a\",\"next\":{\"name\":\"b\",\"next\":null}}")]
    [InlineData("new Special()", "{\"inherited\":1,\"own\":2,\"other_name\":3}")]
    [InlineData("\"a\\uD800b\"", "\"a\\uFFFDb\"")]
    [InlineData("new Dictionary<string, int> { [\"\\uDC00\"] = 1 }", "{\"\\uFFFD\":1}")]
    [InlineData("'\\uD800'", "\"\\uFFFD\"")]
    [InlineData("double.NaN", "null")]
    [InlineData("new[] { float.PositiveInfinity, 1.5f }", "[null,1.5]")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("long.MaxValue", "9223372036854775807")]
    [InlineData("decimal.MaxValue", "79228162514264337593543950335")]
    [InlineData("new byte[] { 1, 2, 255 }", "\"AQL/\"")]
    [InlineData("(sbyte)-1", "-1")]
    [InlineData("new DateTime(2026, 4, 26, 1, 2, 3)", "\"2026-04-26T01:02:03Z\"")]
    [InlineData("new DateTimeOffset(2026, 4, 26, 1, 2, 3, TimeSpan.FromHours(2))", "\"2026-04-26T01:02:03+02:00\"")]
    [InlineData("new TimeOnly(1, 2, 3)", "\"01:02:03.0000000\"")]
    [InlineData("new TimeSpan(1, 2, 3, 4)", "\"1.02:03:04\"")]
    [InlineData("(Color)7", "\"7\"")]
    [InlineData("new Tree(\"a\", [new Tree(\"b\", [])])", "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}")]
    [InlineData("(IShape)new Square(2)", "{\"name\":\"square\",\"side\":2}")]
    public async Task A_value_is_written_by_its_generated_writer(string value, string json)
    {
        await using var app = SpecApp.Start(App($"Json({value})"));
        Assert.Equal((200, json), await app.Get("/"));
    }

    [Fact]
    public async Task A_named_type_decides_over_the_values_own()
    {
        await using var app = SpecApp.Start(App("Json<IReadOnlyList<Point>>(new List<Point> { new(1, 2) }, status: 201)"));
        Assert.Equal((201, "[{\"x\":1,\"y\":2}]"), await app.Get("/"));
    }

    [Theory]
    [InlineData(
        "new { a = 1 }",
        "An anonymous type cannot be written as JSON: generated code cannot name an anonymous type; write a record"
    )]
    [InlineData("new object()", "object cannot be written as JSON: its type is object; use a specific type")]
    [InlineData("new Holder(null!)", "Holder cannot be written as JSON: Run is Action, and it is code")]
    [InlineData("Task.FromResult(1)", "Task<int> cannot be written as JSON: it is a task; await it first")]
    [InlineData("new Dictionary<int, int>()", "Dictionary<int, int> cannot be written as JSON: the keys of a JSON object are strings")]
    [InlineData(
        "new Box<int>(null)",
        "Box<int> cannot be written as JSON: it holds itself with ever larger type arguments, so its writers would have no end"
    )]
    [InlineData(
        "new Twins<int>(null)",
        "Twins<int> cannot be written as JSON: it holds itself with ever larger type arguments, so its writers would have no end"
    )]
    [InlineData("Request", "HttpRequest cannot be written as JSON: it is a type of the framework; write a record of what the client needs")]
    [InlineData("(1, 2)", "(int, int) cannot be written as JSON: a tuple has no names at run time; write a record")]
    public void STRYKE205_a_type_that_JSON_cannot_write(string value, string message)
    {
        var app = AppCompilation.Of(App($"Json({value})"));
        Assert.Equal(message, app.Message("STRYKE205"));
        Assert.EndsWith(" " + value, app.Only("STRYKE205"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_holds_itself_is_a_500_that_says_so_and_the_next_is_whole()
    {
        await using var app = SpecApp.Start(App("Params.Has(\"loop\") ? Json(Loop.Make()) : Json(new Point(1, 2))"));
        Assert.Equal(500, (await app.Get("/?loop")).Status);
        Assert.Contains(
            "The Loop that Json(…) was given holds objects in objects deeper than 64: does it hold itself?",
            app.Log(),
            StringComparison.Ordinal
        );
        Assert.Equal((200, "{\"x\":1,\"y\":2}"), await app.Get("/"));
    }

    [Fact]
    public void STRYKE206_a_type_that_is_not_known_in_time() =>
        Assert.Equal(
            "21:132 default(T)!",
            AppCompilation.Of(App("Other<int>(); private Result Other<T>() => Json(default(T)!)")).Only("STRYKE206")
        );

    private static string App(string answer) =>
        $$"""
            public enum Color { Red, DarkBlue }
            public readonly record struct Point(int X, int Y);
            public sealed record Node(string Name, Node? Next);
            public sealed record Holder(Action Run);
            public sealed record Box<T>(Box<Box<T>>? Inner); public sealed record Pair<T>(T A, T B);
                public sealed record Twins<T>(Twins<Pair<T>>? Next);
            public sealed record Tree(string Name, List<Tree> Children);
            public interface INamed { string Name { get; } } public interface IShape : INamed { int Side { get; } }
                public sealed record Square(int Side) : IShape { public string Name => "square"; }
            public sealed class Loop { public Loop? Next { get; set; } public static Loop Make() { var loop = new Loop();
                loop.Next = loop; return loop; } }
            public class General { public int Inherited => 1; public static int Shared => 0; internal int Hidden => 0;
                public int this[int i] => i; }
            public sealed class Special : General
            {
                public int Own => 2;
                [System.Text.Json.Serialization.JsonIgnore] public int Ignored => 0;
                [System.Text.Json.Serialization.JsonPropertyName("other_name")] public int Renamed => 3;
                public int Write { set { } }
            }
            public sealed partial class HomeController : Controller { public Result Index() => {{answer}}; }
            public sealed partial class Routes : RouteMap { protected override void Draw() => Root(Home.Index); }
            """;
}
