using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

/// <summary>Dates and times by RFC 3339; what has no offset is of the zone that is named, never of the machine's.</summary>
public sealed class TimesSpec
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("12:30")]
    [InlineData("1.2")]
    [InlineData("03/04/2026")]
    [InlineData("3.4.2026")]
    [InlineData("2026/04/26")]
    [InlineData("20260426")]
    [InlineData("26-04-26")]
    [InlineData("2026-4-26")]
    [InlineData("2026-04")]
    [InlineData("2026-W17")]
    [InlineData("2026-W17-7")]
    [InlineData("2026-116")]
    [InlineData("0000-01-01")]
    [InlineData("-0001-01-01")]
    [InlineData("+2026-04-26")]
    [InlineData("12026-04-26")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-04-31")]
    [InlineData("2026-04-26 ")]
    [InlineData("2026-04-26\0")]
    [InlineData("2026-04-26\n")]
    [InlineData("2026\u201004\u201026")]
    [InlineData("٢٠٢٦-04-26")]
    [InlineData("today")]
    [InlineData("26 April 2026")]
    [InlineData("Sun, 26 Apr 2026 12:30:00 GMT")]
    [InlineData("1777206600")]
    [InlineData("")]
    public void What_is_no_date_is_none_with_or_without_a_time(string text)
    {
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out DateOnly _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out DateTime _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out DateTimeOffset _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text + "T12:30", out DateTime _));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("1230")]
    [InlineData("1:30")]
    [InlineData("12:3")]
    [InlineData("24:00")]
    [InlineData("12:60")]
    [InlineData("23:59:60")]
    [InlineData("12:30:")]
    [InlineData("12:30:5")]
    [InlineData("12:30:15.")]
    [InlineData("12:30:15,5")]
    [InlineData("12:30.5")]
    [InlineData("12:30 pm")]
    [InlineData("12:30PM")]
    [InlineData(" 12:30")]
    [InlineData("12:30\t")]
    [InlineData("T12:30")]
    [InlineData("-12:30")]
    [InlineData("1.02:03:04")]
    public void What_is_no_time_of_day_is_none_with_or_without_a_date(string text)
    {
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out TimeOnly _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read("2026-04-26T" + text, out DateTime _));
    }

    [Theory]
    [InlineData("2026-04-26T12:30", "2026-04-26T12:30:00Z")]
    [InlineData("2026-04-26 12:30:15", "2026-04-26T12:30:15Z")]
    [InlineData("2026-04-26t12:30:15.1234567z", "2026-04-26T12:30:15.1234567Z")]
    [InlineData("2026-04-26T12:30:15.5Z", "2026-04-26T12:30:15.5Z")]
    [InlineData("2026-04-26T12:30:15+02:00", "2026-04-26T10:30:15Z")]
    [InlineData("2026-04-26T12:30-05:30", "2026-04-26T18:00:00Z")]
    [InlineData("2026-04-26T12:30-00:00", "2026-04-26T12:30:00Z")]
    [InlineData("2026-04-26", "2026-04-26T00:00:00Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999Z")]
    public void A_time_is_an_instant_in_UTC(string text, string instant)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out DateTime time));
        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal(instant, ValueWriter.Text(time));
        Assert.Equal(ValueError.None, ValueReader.Read(text, out DateTimeOffset offset));
        Assert.Equal(time, offset.UtcDateTime);
    }

    [Theory]
    [InlineData("2026-04-26T12:30+2")]
    [InlineData("2026-04-26T12:30+02")]
    [InlineData("2026-04-26T12:30+0200")]
    [InlineData("2026-04-26T12:30+14:01")]
    [InlineData("2026-04-26T12:30+02:60")]
    [InlineData("2026-04-26T12:30 +02:00")]
    [InlineData("2026-04-26T12:30 02:00")]
    [InlineData("2026-04-26T12:30ZZ")]
    [InlineData("2026-04-26T12:30Z+01:00")]
    [InlineData("2026-04-26T12:30 UTC")]
    [InlineData("2026-04-26T12:30[Europe/Berlin]")]
    [InlineData("2026-04-26Z")]
    [InlineData("2026-04-26T")]
    [InlineData("2026-04-26  12:30")]
    [InlineData("2026-04-26_12:30")]
    public void What_is_no_offset_makes_no_time(string text)
    {
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out DateTime _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out DateTimeOffset _));
    }

    [Theory]
    [InlineData("0001-01-01T00:00+00:01", ValueError.TooSmall)]
    [InlineData("9999-12-31T23:59-00:01", ValueError.TooLarge)]
    [InlineData("2026-04-26T12:30:15.12345678", ValueError.TooPrecise)]
    public void A_time_that_does_not_fit_says_why(string text, ValueError error)
    {
        Assert.Equal(error, ValueReader.Read(text, out DateTime _));
        Assert.Equal(error, ValueReader.Read(text, out DateTimeOffset _));
    }

    [Theory]
    [InlineData("2026-04-26T12:30", "2026-04-26T10:30:00Z")]
    [InlineData("2026-01-26T12:30", "2026-01-26T11:30:00Z")]
    [InlineData("2026-04-26T12:30Z", "2026-04-26T12:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-04-26", "2026-04-25T22:00:00Z")]
    public void Without_an_offset_a_time_is_the_apps_and_of_two_the_first(string text, string instant)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, Berlin, out DateTime time));
        Assert.Equal(instant, ValueWriter.Text(time));
        Assert.Equal(ValueError.None, ValueReader.Read(text, Berlin, out DateTimeOffset offset));
        Assert.Equal(time, offset.UtcDateTime);
        Assert.Equal(text.EndsWith('Z') ? TimeSpan.Zero : Berlin.GetUtcOffset(time), offset.Offset);
    }

    [Fact]
    public void A_time_that_clocks_skip_does_not_exist_and_a_day_that_begins_so_begins_after_it()
    {
        Assert.Equal(ValueError.Skipped, ValueReader.Read("2026-03-29T02:30", Berlin, out DateTime _));
        Assert.Equal(ValueError.Skipped, ValueReader.Read("2026-03-29T02:30", Berlin, out DateTimeOffset _));
        Assert.Equal(ValueError.None, ValueReader.Read("2026-03-29T02:30Z", Berlin, out DateTime _));
        var saoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
        Assert.Equal(ValueError.None, ValueReader.Read("2018-11-04", saoPaulo, out DateTime day));
        Assert.Equal("2018-11-04T03:00:00Z", ValueWriter.Text(day));
    }

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("P0D", 0)]
    [InlineData("PT1H30M", 54_000_000_000)]
    [InlineData("P1DT0.5S", 864_005_000_000)]
    [InlineData("-PT0.0000001S", -1)]
    [InlineData("P1W", 6_048_000_000_000)]
    [InlineData("PT90M", 54_000_000_000)]
    [InlineData("PT922337203685.4775807S", long.MaxValue)]
    [InlineData("-PT922337203685.4775808S", long.MinValue)]
    public void A_duration_is_a_length_of_time(string text, long ticks)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out TimeSpan value));
        Assert.Equal(ticks, value.Ticks);
        Assert.Equal(ValueError.None, ValueReader.Read(ValueWriter.Text(value), out TimeSpan again));
        Assert.Equal(value, again);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("1.2")]
    [InlineData("12")]
    [InlineData("00:30:00")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P1W1D")]
    [InlineData("PT1M1H")]
    [InlineData("PT1H1H")]
    [InlineData("PT1.5H")]
    [InlineData("PT1,5S")]
    [InlineData("PT.5S")]
    [InlineData("PT1.S")]
    [InlineData("PT1TM")]
    [InlineData("pt1h")]
    [InlineData("+PT1H")]
    [InlineData("PT-1H")]
    [InlineData(" PT1H")]
    [InlineData("PT1H\0")]
    [InlineData("")]
    public void What_is_no_duration_is_none(string text) => Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out TimeSpan _));

    [Theory]
    [InlineData("PT922337203685.4775808S", ValueError.TooLarge)]
    [InlineData("-P99999999999999999999999D", ValueError.TooSmall)]
    [InlineData("PT0.00000001S", ValueError.TooPrecise)]
    public void A_duration_that_does_not_fit_says_why(string text, ValueError error) =>
        Assert.Equal(error, ValueReader.Read(text, out TimeSpan _));
}
