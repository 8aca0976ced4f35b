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
                    Get("/double", Bound.Double);
                    Get("/float", Bound.Float);
                    Get("/byte", Bound.Byte);
                    Get("/ulong", Bound.Unsigned);
                    Get("/time", Bound.Time);
                    Get("/instant", Bound.Instant);
                    Get("/clock", Bound.Clock);
                    Get("/every", Bound.Every);
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
                public Result Defaults(int page = 3, string sort = "name", bool all = true, Color color = Color.DarkBlue,
                    double ratio = 1.5) =>
                    Text(FormattableString.Invariant($"{page} {sort} {all} {color} {ratio}"));
                public Result Maybe(long? id, Guid? key, bool? on) =>
                    Text($"{id?.ToString() ?? "-"} {key?.ToString() ?? "-"} {on?.ToString() ?? "-"}");
                public Result Double(double price) =>
                    price < 0 || price > 100 ? BadRequest("out of range") : Text(FormattableString.Invariant($"{price}"));
                public Result Float(float price) => Text(FormattableString.Invariant($"{price}"));
                public Result Byte(byte n) => Text($"{n}");
                public Result Unsigned(ulong n) => Text($"{n}");
                public Result Time(DateTime at) =>
                    Text($"{at.Kind} {at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture)}");
                public Result Instant(DateTimeOffset at) =>
                    Text(at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
                public Result Clock(TimeOnly at) => Text(at.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
                public Result Every(TimeSpan every) => Text($"{every.TotalSeconds}");
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
    [InlineData("/maybe?id=+&on=%20", "- - -")]
    [InlineData("/maybe?id=+1+", "1 - -")]
    [InlineData("/long/007", "7")]
    [InlineData("/decimal?price=1e2", "100")]
    [InlineData("/double?price=.5", "0.5")]
    [InlineData("/float?price=1E1", "10")]
    [InlineData("/byte?n=255", "255")]
    [InlineData("/ulong?n=18446744073709551615", "18446744073709551615")]
    [InlineData("/time?at=2026-04-26T12:30:15.25Z", "Utc 2026-04-26T12:30:15.25")]
    [InlineData("/time?at=2026-04-26T12:30%2B02:00", "Utc 2026-04-26T10:30:00")]
    [InlineData("/time?at=2026-04-26+12:30", "Utc 2026-04-26T12:30:00")]
    [InlineData("/time?at=2026-04-26", "Utc 2026-04-26T00:00:00")]
    [InlineData("/instant?at=2026-04-26T12:30%2B02:00", "2026-04-26T12:30:00+02:00")]
    [InlineData("/instant?at=2026-04-26T12:30", "2026-04-26T12:30:00+00:00")]
    [InlineData("/clock?at=12:30", "12:30:00")]
    [InlineData("/every?every=PT1M30S", "90")]
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
    [InlineData("/long/+1", "id")]
    [InlineData("/long/%2B1", "id")]
    [InlineData("/long/1%01", "id")]
    [InlineData("/long/1%0a", "id")]
    [InlineData("/long/%D9%A3", "id")]
    [InlineData("/long/٣", "id")]
    [InlineData("/long/0x10", "id")]
    [InlineData("/long/1e3", "id")]
    [InlineData("/decimal?price=NaN", "price")]
    [InlineData("/decimal?price=1%09", "price")]
    [InlineData("/decimal?price=1%00", "price")]
    [InlineData("/decimal?price=%C2%851", "price")]
    [InlineData("/decimal?price=0.00000000000000000000000000001", "price")]
    [InlineData("/double?price=NaN", "price")]
    [InlineData("/double?price=nan", "price")]
    [InlineData("/double?price=-NaN", "price")]
    [InlineData("/double?price=Infinity", "price")]
    [InlineData("/double?price=-Infinity", "price")]
    [InlineData("/double?price=%E2%88%9E", "price")]
    [InlineData("/double?price=1e999", "price")]
    [InlineData("/float?price=1e39", "price")]
    [InlineData("/float?price=Infinity", "price")]
    [InlineData("/byte?n=256", "n")]
    [InlineData("/byte?n=-1", "n")]
    [InlineData("/date/12:30", "day")]
    [InlineData("/date/1.2", "day")]
    [InlineData("/date/03%2F04%2F2026", "day")]
    [InlineData("/date/2026-4-6", "day")]
    [InlineData("/time?at=12:30", "at")]
    [InlineData("/time?at=1.2", "at")]
    [InlineData("/time?at=03/04/2026", "at")]
    [InlineData("/time?at=2026-04-26T12:30+02:00", "at")]
    [InlineData("/instant?at=12:30", "at")]
    [InlineData("/instant?at=1.2", "at")]
    [InlineData("/clock?at=1.2", "at")]
    [InlineData("/clock?at=12", "at")]
    [InlineData("/clock?at=2026-04-26T12:30", "at")]
    [InlineData("/every?every=1.2", "every")]
    [InlineData("/every?every=12:30", "every")]
    [InlineData("/every?every=12", "every")]
    [InlineData("/guid/0f8fad5bd9cb469fa16570867728950e", "id")]
    [InlineData("/color/Red,DarkBlue", "color")]
    [InlineData("/color/Red%2CDarkBlue", "color")]
    [InlineData("/color/%20Red", "color")]
    [InlineData("/color/Red%7F", "color")]
    [InlineData("/flag?on=true%00", "on")]
    public async Task A_value_that_does_not_is_400_and_named(string path, string name)
    {
        var (status, body) = await running.App.Get(path);
        Assert.Equal(400, status);
        Assert.Contains($"\"{name}\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/long/99999999999999999999", "is too large (maximum is 9223372036854775807).")]
    [InlineData("/long/4.0", "is not a whole number.")]
    [InlineData("/double?price=NaN", "is not a number.")]
    [InlineData("/color/green", "is not one of Red, DarkBlue.")]
    [InlineData("/time?at=12:30", "is not a date and time.")]
    [InlineData("/every?every=12:30", "is not a duration.")]
    [InlineData("/decimal", "is missing.")]
    public async Task The_answer_says_what_is_wrong(string path, string why) =>
        Assert.Contains(why, (await running.App.Get(path)).Body, StringComparison.Ordinal);

    [Fact]
    public async Task A_capture_wins_over_the_form_and_the_form_over_the_query()
    {
        using var form = new FormUrlEncodedContent([new("id", "1"), new("title", "form")]);
        using var response = await running.App.Client.PostAsync("/form/7?title=query&id=2", form);
        Assert.Equal("7 form", await response.Content.ReadAsStringAsync());
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(BindingSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
