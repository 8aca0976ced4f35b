using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpDateSpec
{
    private static readonly DateTimeOffset Example = new(1994, 11, 6, 8, 49, 37, TimeSpan.Zero);

    [Fact]
    public void RFC9110_5_6_7_the_preferred_form() => Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", HttpDate.Format(Example));

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void RFC9110_5_6_7_all_three_forms_are_read(string text)
    {
        Assert.True(HttpDate.TryParse(Encoding.ASCII.GetBytes(text), out var time));
        Assert.Equal(Example, time);
    }

    [Fact]
    public void RFC9110_5_6_7_a_two_digit_year_lies_at_most_50_years_ahead()
    {
        int year = DateTimeOffset.UtcNow.Year + 60;
        var day = new DateTime(year - 100, 1, 2).DayOfWeek;
        Assert.True(HttpDate.TryParse(Encoding.ASCII.GetBytes($"{day}, 02-Jan-{year % 100:00} 00:00:00 GMT"), out var time));
        Assert.Equal(year - 100, time.Year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday, around a quarter past nine")]
    [InlineData("Sun, 31 Feb 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 CET")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    public void What_is_no_date_is_refused(string text) => Assert.False(HttpDate.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Every_second_comes_back_as_it_went()
    {
        var seconds = Gen.Choose(int.MinValue, int.MaxValue).Select(value => (long)value).ToArbitrary();
        Prop.ForAll(
                seconds,
                value =>
                {
                    var time = DateTimeOffset.FromUnixTimeSeconds(value);
                    return time.ToString("r") == HttpDate.Format(time)
                        && HttpDate.TryParse(Encoding.ASCII.GetBytes(HttpDate.Format(time)), out var read)
                        && read == time;
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
