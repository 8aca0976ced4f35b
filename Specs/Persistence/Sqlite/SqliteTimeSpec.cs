using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Persistence.Sqlite;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

public sealed class SqliteTimeSpec
{
    [Fact]
    public void The_order_of_the_texts_is_the_order_of_the_times()
    {
        var times = Gen.Choose(0, int.MaxValue).Select(n => new DateTime(n * 1_469_000_013L, DateTimeKind.Utc));
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                times.ToArbitrary(),
                times.ToArbitrary(),
                (a, b) => Math.Sign(string.CompareOrdinal(Written(a), Written(b))) == Math.Sign(a.CompareTo(b))
            )
        );
    }

    [Theory]
    [InlineData("2026-04-26T12:30:15.1234567Z", 1234567)]
    [InlineData("2026-04-26 12:30:15", 0)]
    [InlineData("2026-04-26T12:30:15Z", 0)]
    [InlineData("2026-04-26T14:30:15+02:00", 0)]
    [InlineData("2026-04-26 12:30:15.123", 1230000)]
    public void Other_forms_of_ISO_8601_are_read(string text, int ticks)
    {
        Assert.True(SqliteTime.TryParse(Encoding.ASCII.GetBytes(text), out DateTime time));
        Assert.Equal(new DateTime(2026, 4, 26, 12, 30, 15, DateTimeKind.Utc).AddTicks(ticks), time);
        Assert.Equal(DateTimeKind.Utc, time.Kind);
    }

    [Theory]
    [InlineData("2026-02-30T12:30:15.1234567Z")]
    [InlineData("2026-04-26T24:30:15.1234567Z")]
    [InlineData("2026-04-26T12:60:15.1234567Z")]
    [InlineData("2026-04-26T12:30:61.1234567Z")]
    [InlineData("2026-04-26T12:30:15.12x4567Z")]
    [InlineData("now")]
    [InlineData("")]
    public void What_is_no_time_is_not_read(string text) =>
        Assert.False(SqliteTime.TryParse(Encoding.ASCII.GetBytes(text), out DateTime _));

    private static string Written(DateTime time) => Encoding.ASCII.GetString(SqliteTime.Format(time, new byte[64]));
}
