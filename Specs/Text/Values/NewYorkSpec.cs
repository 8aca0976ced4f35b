using Stryke.Web.Specs.Library;
using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

/// <summary>Run by <see cref="ServerZoneSpec"/> in a process whose clock is New York's.</summary>
public sealed class NewYorkSpec
{
    [Fact(Explicit = true)]
    public void The_clock_of_this_process_is_New_Yorks() => Assert.Equal("America/New_York", TimeZoneInfo.Local.Id);

    [Theory(Explicit = true)]
    [InlineData("2026-04-26T12:30:00Z")]
    [InlineData("2026-04-26T12:30:00")]
    [InlineData("2026-04-26T08:30:00-04:00")]
    public void An_instant_stays_the_same_and_is_UTC(string text)
    {
        Assert.True(ValueReader.TryRead(text, out DateTime time));
        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal(new DateTime(2026, 4, 26, 12, 30, 0), time);
        var specimen = new Specimen();
        specimen.AssignText(SpecimenTable.Time, text);
        Assert.Equal(time, specimen.Time);
        Assert.Equal(DateTimeKind.Utc, specimen.Time.Kind);
        specimen.Time = time.ToLocalTime();
        Assert.Equal("2026-04-26T12:30:00", specimen.GetText(SpecimenTable.Time));
    }
}
