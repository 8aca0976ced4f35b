using Stryke.Web.Specs.Library;
using Stryke.Web.Specs.Views.Forms;
using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>An app that says where it is: its actions, models and forms agree on times without an offset.</summary>
[Collection(nameof(AppZoneSpec))]
public sealed class AppZoneSpec : IDisposable
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw() => Get("/time", Clocks.Show);
            }
            public sealed partial class ClocksController : Controller
            {
                public Result Show(DateTime at) =>
                    Text($"{at.Kind} {at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)}");
            }
            """ + SpecApp.PlainStack;

    public AppZoneSpec() => AppTimeZone.Current = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public void Dispose() => AppTimeZone.Current = TimeZoneInfo.Utc;

    [Fact]
    public async Task An_action_takes_a_time_without_an_offset_for_the_apps()
    {
        await using var app = SpecApp.Start(App);
        Assert.Equal((200, "Utc 2026-04-26T10:30"), await app.Get("/time?at=2026-04-26T12:30"));
        Assert.Equal((200, "Utc 2026-04-26T12:30"), await app.Get("/time?at=2026-04-26T12:30Z"));
        var (status, body) = await app.Get("/time?at=2026-03-29T02:30");
        Assert.Equal(400, status);
        Assert.Contains("\"at\" does not exist in Europe/Berlin: clocks go forward over it.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_takes_and_shows_times_of_the_app()
    {
        var specimen = new Specimen();
        specimen.AssignText(SpecimenTable.Time, "2026-04-26T12:30");
        Assert.Equal(new DateTime(2026, 4, 26, 10, 30, 0), specimen.Time);
        Assert.Equal("2026-04-26T12:30:00", specimen.GetText(SpecimenTable.Time));
        Assert.Contains("type=\"datetime-local\" value=\"2026-04-26T12:30\"", SpecimenForm.Page(specimen), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_hour_that_clocks_show_twice_each_stays_what_it_is()
    {
        foreach (int hour in (int[])[0, 1])
        {
            var time = new DateTime(2026, 10, 25, hour, 30, 15, DateTimeKind.Utc);
            var specimen = new Specimen
            {
                Time = time,
                TimeOrNull = time,
                IsNewRecord = false,
                ChangedBits = 0,
            };
            Assert.Equal("2026-10-25T02:30:15", FieldTime.Text(time));
            specimen.AssignText(SpecimenTable.Time, "2026-10-25T02:30:15");
            specimen.AssignText(SpecimenTable.TimeOrNull, "2026-10-25");
            Assert.Empty(specimen.Changed);
            specimen.AssignText(SpecimenTable.Time, "2026-10-25T02:30:16");
            Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 16), specimen.Time);
        }
    }
}
