using Microsoft.Playwright;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The blog as somebody uses it, in Chromium. Its screenshots stay in artifacts/screenshots.</summary>
public sealed class BlogBrowserSpec : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly BlogPlace _place = new();
    private readonly string _screenshots = BlogFiles.Keep("screenshots");
    private BlogServer _blog = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing; bin/test installs it (Debian package chromium).");
        _blog = await (await _place.Prepare(seed: true)).Serve();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_blog is not null)
            await _blog.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task A_post_is_refused_created_edited_commented_and_deleted()
    {
        var page = await Open(1280, 900, ColorScheme.Light);
        var complaints = Complaints(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Write" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("On");
        await page.GetByLabel("Author").FillAsync("Spec & Co");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Post" }).ClickAsync();
        await Expect(page.Locator("#post_title + .field-error, .field:has(#post_title) .field-error")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Author")).ToHaveValueAsync("Spec & Co");
        await Keep(page, "refused");

        await page.GetByLabel("Title").FillAsync("On browsers & patience");
        await page.GetByLabel("Body").FillAsync("First paragraph.\n\nSecond paragraph, with <b>no</b> markup.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your post is saved.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("On browsers & patience");
        await Expect(page.Locator(".prose p")).ToHaveTextAsync(["First paragraph.", "Second paragraph, with <b>no</b> markup."]);
        await Keep(page, "created");

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Expect(page.GetByLabel("Body")).ToHaveValueAsync("First paragraph.\n\nSecond paragraph, with <b>no</b> markup.");
        await page.GetByLabel("Title").FillAsync("On browsers and haste");
        await page.GetByRole(AriaRole.Button, new() { Name = "Update Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your changes are saved.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("On browsers and haste");

        await page.GetByRole(AriaRole.Button, new() { Name = "Post comment" }).ClickAsync();
        await Expect(page.Locator(".comments .field-error")).Not.ToHaveCountAsync(0);
        await page.GetByLabel("Author").FillAsync("Reader");
        await page.GetByLabel("Body").FillAsync("Well said.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post comment" }).ClickAsync();
        await Expect(page.Locator(".comment")).ToContainTextAsync(["Well said."]);
        await Keep(page, "commented");

        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator(".comment").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator(".comment")).ToHaveCountAsync(0);

        await page.Locator(".story").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The post is gone.");
        await Expect(page.GetByText("On browsers and haste")).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_question_answered_with_no_sends_nothing()
    {
        var page = await Open(1280, 900, ColorScheme.Light, "/posts/1");
        page.Dialog += (_, dialog) => dialog.DismissAsync();
        await page.Locator(".story > .actions").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Why we still print on paper");
    }

    [Theory]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Pages_fit_the_window_in_both_schemes_and_break_no_rule_of_the_browser(int width, int height, ColorScheme scheme)
    {
        foreach (string path in (string[])["/", "/posts/7", "/posts/new", "/drafts"])
        {
            var page = await Open(width, height, scheme, "/drafts");
            var complaints = Complaints(page);
            await page.GotoAsync(path);
            int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            await Keep(page, $"{(path == "/" ? "home" : path[1..].Replace('/', '-'))}-{width}-{scheme.ToString().ToLowerInvariant()}");
            Assert.Equal(0, overflow);
            Assert.Empty(complaints);
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private async Task<IPage> Open(int width, int height, ColorScheme scheme, string path = "/")
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = _blog.Address.ToString(),
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = height },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>
    /// What the browser writes to its console as errors: a broken content security policy, a missing file, a fault of a
    /// script.
    /// </summary>
    private static List<string> Complaints(IPage page)
    {
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            // A form that is refused is a 422, which Chromium reports like a missing file.
            if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    private Task Keep(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(_screenshots, $"{name}.png"), FullPage = true });
}
