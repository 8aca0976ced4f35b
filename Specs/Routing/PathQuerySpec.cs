using System.Globalization;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Routing;

public sealed class PathQuerySpec
{
    [Fact]
    public void What_is_null_is_left_out_and_the_rest_is_encoded()
    {
        Assert.Equal("/posts", new PathQuery("/posts").Text("q", null).Number<int>("page", null).ToString());
        Assert.Equal("/posts?q=R%26D&page=2", new PathQuery("/posts").Text("q", "R&D").Number<int>("page", 2).ToString());
        Assert.Equal(
            "/posts?page=-3&q=&all=true",
            new PathQuery("/posts").Text("x", null).Number<int>("page", -3).Text("q", "").Flag("all", true).ToString()
        );
        Assert.Equal("/?gr%C3%B6%C3%9Fe=%C3%A4%20%23%3F%2B%3D%25", new PathQuery("/").Text("größe", "ä #?+=%").ToString());
    }

    [Fact]
    public void Values_are_written_without_a_culture_and_as_they_are_read()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal("v=-1234.5", Written(q => q.Number<decimal>("v", -1234.5m)));
            Assert.Equal("v=0.1", Written(q => q.Number<double>("v", 0.1)));
            Assert.Equal("v=1E%2B20", Written(q => q.Number<double>("v", 1e20)));
            Assert.Equal("v=1E-07", Written(q => q.Number<double>("v", 1e-7)));
            Assert.Equal("v=-1.23E-05", Written(q => q.Number<double>("v", -1.23e-5)));
            Assert.Equal("v=1.25E%2B20", Written(q => q.Number<float>("v", 1.25e20f)));
            Assert.Equal("v=false", Written(q => q.Flag("v", false)));
            Assert.Equal("v=2026-04-26", Written(q => q.Value<DateOnly>("v", new DateOnly(2026, 4, 26))));
            Assert.Equal("v=09%3A05%3A00", Written(q => q.Value<TimeOnly>("v", new TimeOnly(9, 5))));
            Assert.Equal(
                "v=2026-04-26T09%3A05%3A00Z",
                Written(q => q.Value<DateTime>("v", new DateTime(2026, 4, 26, 9, 5, 0, DateTimeKind.Utc)))
            );
            Assert.Equal(
                "v=2026-04-26T09%3A05%3A00.5%2B02%3A00",
                Written(q => q.Value<DateTimeOffset>("v", new DateTimeOffset(2026, 4, 26, 9, 5, 0, 500, TimeSpan.FromHours(2))))
            );
            Assert.Equal("v=P1DT2H3M4S", Written(q => q.Value<TimeSpan>("v", new TimeSpan(1, 2, 3, 4))));
            Assert.Equal(
                "v=0f8fad5b-d9cb-469f-a165-70867728950e",
                Written(q => q.Value<Guid>("v", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")))
            );
            Assert.Equal("v=Friday", Written(q => q.Choice<DayOfWeek>("v", DayOfWeek.Friday)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Written(Func<PathQuery, PathQuery> add) => add(new PathQuery("/")).ToString()["/?".Length..];
}
