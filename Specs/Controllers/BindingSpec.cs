using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Parameters of actions, bound by name from the route, the form and the query.</summary>
public sealed class BindingSpec(BindingSpec.Running running) : IClassFixture<BindingSpec.Running>
{
    private const string App =
        """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/long/:id", Bound.Long);
                Get("/parent/:user_id/:id", Bound.Two);
                Get("/decimal", Bound.Decimal);
                Get("/text", Bound.Words);
                Get("/maybe-text", Bound.MaybeText);
                Get("/flag", Bound.Flag);
                Get("/guid/:id", Bound.Id);
                Get("/date/:day", Bound.Date);
                Get("/color/:color", Bound.Choice);
                Get("/defaults", Bound.Defaults);
                Get("/maybe", Bound.Maybe);
                Post("/form/:id", Bound.Form);
            }
        }
        public enum Color { Red, DarkBlue }
        public sealed partial class BoundController : Controller
        {
            public Result Long(long id) => Text($"{id}");
            public Result Two(long userId, int id) => Text($"{userId} {id}");
            public Result Decimal(decimal price) => Text(price.ToString(System.Globalization.CultureInfo.InvariantCulture));
            public Result Words(string q) => Text($"<{q}>");
            public Result MaybeText(string? q) => Text(q ?? "none");
            public Result Flag(bool on) => Text($"{on}");
            public Result Id(Guid id) => Text($"{id}");
            public Result Date(DateOnly day) => Text($"{day:yyyy/MM/dd}");
            public Result Choice(Color color) => Text($"{color}");
            public Result Defaults(int page = 3, string sort = "name", bool all = true, Color color = Color.DarkBlue, double ratio = 1.5) =>
                Text(FormattableString.Invariant($"{page} {sort} {all} {color} {ratio}"));
            public Result Maybe(long? id, Guid? key, bool? on) => Text($"{id?.ToString() ?? "-"} {key?.ToString() ?? "-"} {on?.ToString() ?? "-"}");
            public Result Form(long id, string title) => Text($"{id} {title}");
        }
        """ + SpecApp.PlainStack;

    [Theory]
    [InlineData("/long/42", "42")]
    [InlineData("/long/-7", "-7")]
    [InlineData("/long/%34%32", "42")]
    [InlineData("/long/42?id=9", "42")]
    [InlineData("/parent/3/4", "3 4")]
    [InlineData("/decimal?price=-12.50", "-12.50")]
    [InlineData("/text?q=a%2Bb+c", "<a+b c>")]
    [InlineData("/text?q=", "<>")]
    [InlineData("/maybe-text", "none")]
    [InlineData("/flag?on=1", "True")]
    [InlineData("/flag?on=False", "False")]
    [InlineData("/guid/0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("/date/2026-04-26", "2026/04/26")]
    [InlineData("/color/darkblue", "DarkBlue")]
    [InlineData("/defaults", "3 name True DarkBlue 1.5")]
    [InlineData("/defaults?page=&sort=&all=no&color=red&ratio=2.25", "3  False Red 2.25")]
    [InlineData("/maybe", "- - -")]
    [InlineData("/maybe?id=1&on=yes", "1 - True")]
    public async Task A_value_that_parses_is_bound(string path, string text) => Assert.Equal((200, text), await running.App.Get(path));

    [Theory]
    [InlineData("/long/x", "id")]
    [InlineData("/long/%2042", "id")]
    [InlineData("/long/4.0", "id")]
    [InlineData("/long/1,000", "id")]
    [InlineData("/long/99999999999999999999", "id")]
    [InlineData("/parent/x/1", "user_id")]
    [InlineData("/decimal", "price")]
    [InlineData("/text", "q")]
    [InlineData("/flag?on=maybe", "on")]
    [InlineData("/guid/1", "id")]
    [InlineData("/date/2026-13-01", "day")]
    [InlineData("/color/1", "color")]
    [InlineData("/color/green", "color")]
    [InlineData("/maybe?id=x", "id")]
    public async Task A_value_that_does_not_is_400_and_named(string path, string name)
    {
        var (status, body) = await running.App.Get(path);
        Assert.Equal(400, status);
        Assert.Contains($"\"{name}\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_wins_over_the_form_and_the_form_over_the_query()
    {
        using var form = new FormUrlEncodedContent([new("id", "1"), new("title", "form")]);
        using HttpResponseMessage response = await running.App.Client.PostAsync("/form/7?title=query&id=2", form);
        Assert.Equal("7 form", await response.Content.ReadAsStringAsync());
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(BindingSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
