using Microsoft.Playwright;
using Stryke.Web.Specs.Library;
using Stryke.Web.Specs.Persistence;
using Xunit;

namespace Stryke.Web.Specs.Views.Forms;

/// <summary>
/// Chromium shows a form for a model, and sends it: what nobody touched changes nothing, and seconds are there to be
/// edited.
/// </summary>
public sealed class UnchangedFormBrowserSpec : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing; bin/test installs it (Debian package chromium).");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [Fact]
    public async Task A_form_of_every_type_that_nobody_touched_changes_nothing()
    {
        var page = await _browser.NewPageAsync();
        foreach (var specimen in Specimens.All)
        {
            specimen.ChangedBits = 0;
            specimen.IsNewRecord = false;
            var sent = await Send(page, specimen);
            foreach (var column in SpecimenTable.Self.Columns.Skip(1))
                specimen.AssignText(column, sent[column.Name]);
            Assert.Empty(specimen.Changed.Select(column => $"{column.Name}: {sent[column.Name]}"));
            Assert.True(await specimen.Validate(), string.Join(", ", specimen.Errors.FullMessages));
        }
    }

    [Theory]
    [InlineData(0, "2026-04-26T12:30", 16, false)]
    [InlineData(15_000, "2026-04-26T12:30:15", 19, true)]
    [InlineData(15_250, "2026-04-26T12:30:15.25", 22, true)]
    public async Task A_field_keeps_seconds_and_lets_them_be_edited(int milliseconds, string shown, int length, bool hasSeconds)
    {
        var page = await _browser.NewPageAsync();
        var specimen = new Specimen { Time = new DateTime(2026, 4, 26, 12, 30, 0, DateTimeKind.Utc).AddMilliseconds(milliseconds) };
        await page.SetContentAsync(SpecimenForm.Page(specimen));
        string value = await page.Locator("#specimen_time").InputValueAsync();
        Assert.StartsWith(shown, value, StringComparison.Ordinal);
        Assert.Equal(length, value.Length);
        // The browser takes no second in a field that counts in minutes.
        await page.Locator("#specimen_time").FillAsync("2026-04-26T12:30:45");
        Assert.Equal(hasSeconds, await page.EvaluateAsync<bool>("document.querySelector('#specimen_time').validity.valid"));
    }

    private static async Task<IReadOnlyDictionary<string, string>> Send(IPage page, Specimen specimen)
    {
        var arrived = new TaskCompletionSource<string>();
        await page.UnrouteAllAsync();
        await page.RouteAsync(
            "http://specs.example/**",
            async route =>
            {
                arrived.TrySetResult(route.Request.PostData ?? "");
                await route.FulfillAsync(new() { ContentType = "text/html", Body = "" });
            }
        );
        await page.SetContentAsync(SpecimenForm.Page(specimen));
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll(':invalid')].map(field => field.name)"));
        await page.GetByRole(AriaRole.Button).ClickAsync();
        string form = await arrived.Task.WaitAsync(Eventually.Bound);
        // Of several fields of one name the last counts, as in Params.
        return form.Split('&')
            .Select(pair => pair.Split('='))
            .GroupBy(pair => Decoded(pair[0]))
            .Where(field => field.Key.StartsWith("specimen[", StringComparison.Ordinal))
            .ToDictionary(field => field.Key["specimen[".Length..^1], field => Decoded(field.Last()[1]));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
