using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

/// <summary>What is written is read back as the same value, in every culture.</summary>
public sealed class ValueWriterSpec
{
    [Fact]
    public void Any_value_comes_back()
    {
        var before = CultureInfo.CurrentCulture;
        // InvariantGlobalization knows no other culture by name; one made by hand is as bad.
        var numbers = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~" };
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = numbers };
        try
        {
            ComesBack<long>(ValueWriter.Text);
            ComesBack<ulong>(ValueWriter.Text);
            ComesBack<bool>(ValueWriter.Text);
            ComesBack<decimal>(ValueWriter.Text);
            ComesBack<Guid>(ValueWriter.Text);
            ComesBack<double>(ValueWriter.Text, double.IsFinite);
            ComesBack<float>(ValueWriter.Text, float.IsFinite);
            ComesBack(Ticks(long.MinValue, long.MaxValue).Select(ticks => new TimeSpan(ticks)), ValueWriter.Text);
            ComesBack(Times, ValueWriter.Text);
            ComesBack(Times.Select(time => DateOnly.FromDateTime(time)), ValueWriter.Text);
            ComesBack(Times.Select(time => TimeOnly.FromDateTime(time)), ValueWriter.Text);
            var offsets = Gen.Choose(-14 * 60, 14 * 60).Select(minutes => TimeSpan.FromMinutes(minutes));
            ComesBack(
                Times.SelectMany(time => offsets.Select(offset => new DateTimeOffset(time.Clamped()).ToOffset(offset))),
                ValueWriter.Text
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Times_of_any_kind_are_written_in_UTC()
    {
        var time = new DateTime(2026, 4, 26, 12, 30, 0, DateTimeKind.Utc);
        Assert.Equal("2026-04-26T12:30:00Z", ValueWriter.Text(time));
        Assert.Equal("2026-04-26T12:30:00Z", ValueWriter.Text(time.ToLocalTime()));
        Assert.Equal("2026-04-26T12:30:00Z", ValueWriter.Text(DateTime.SpecifyKind(time, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void A_member_is_written_by_its_name_and_another_value_by_its_number()
    {
        Assert.Equal("Friday", ValueWriter.Text(DayOfWeek.Friday));
        Assert.Equal("9", ValueWriter.Text((DayOfWeek)9));
    }

    [Theory]
    [InlineData("2026-04-26T12:30:00", "2026-04-26T12:30", null)]
    [InlineData("2026-04-26T12:30:15", "2026-04-26T12:30:15", "1")]
    [InlineData("2026-04-26T12:30:15.5", "2026-04-26T12:30:15.5", "0.001")]
    [InlineData("2026-04-26T12:30:15.1239999", "2026-04-26T12:30:15.123", "0.001")]
    [InlineData("2026-04-26T12:30:00.0009999", "2026-04-26T12:30", null)]
    public void A_field_shows_seconds_and_milliseconds_where_there_are_some(string time, string field, string? step)
    {
        Assert.True(ValueReader.TryRead(time, out DateTime value));
        Assert.Equal(field, FieldTime.Text(value));
        Assert.Equal(step, FieldTime.Step(value));
        Assert.True(FieldTime.IsShownAs(value, field));
        Assert.True(FieldTime.IsShownAs(value, time));
        Assert.True(FieldTime.IsShownAs(value, time.AsSpan(0, 10)));
        Assert.False(FieldTime.IsShownAs(value, "2026-04-26T12:31"));
        Assert.Equal(step is null, FieldTime.IsShownAs(value, "2026-04-26T12:30"));
        Assert.False(FieldTime.IsShownAs(value, "2026-04-27"));
    }

    private static Gen<DateTime> Times => Ticks(0, DateTime.MaxValue.Ticks).Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    private static Gen<long> Ticks(long min, long max) =>
        Gen.OneOf(
            Gen.Elements(min, max, 0, 1, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay),
            Gen.Choose(0, int.MaxValue).Select(n => (long)(min + (((Int128)max - min) * n / int.MaxValue)))
        );

    private static void ComesBack<T>(Func<T, string> write, Func<T, bool>? isFor = null)
        where T : struct => ComesBack(ArbMap.Default.GeneratorFor<T>().Where(value => isFor?.Invoke(value) ?? true), write);

    private static void ComesBack<T>(Gen<T> values, Func<T, string> write)
        where T : struct =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                values.ToArbitrary(),
                value => ValueReader.TryRead(write(value), out T read) && EqualityComparer<T>.Default.Equals(read, value)
            )
        );
}
