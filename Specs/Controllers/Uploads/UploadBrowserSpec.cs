using Microsoft.Playwright;
using Stryke.Web.Actors;
using Stryke.Web.Middleware;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>
/// A form with files as Chromium sends it: with the token against forgery, another method, names of all kinds, and a
/// field that was left empty.
/// </summary>
public sealed class UploadBrowserSpec : IAsyncLifetime
{
    private const string Source = """
        namespace Blog;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/albums/:id/edit", Albums.Edit);
                Patch("/albums/:id", Albums.Update);
            }
        }

        public sealed partial class AlbumsController : Controller
        {
            protected override string? Layout => null;

            public Result Edit(long id) => Views.Albums.Edit(id);

            public async Task<Result> Update(long id, string title, IReadOnlyList<UploadedFile> photos, UploadedFile? cover)
            {
                var text = new System.Text.StringBuilder($"{id} {title} {cover?.Name ?? "no cover"}\n");
                foreach (var photo in photos)
                {
                    using var content = photo.OpenRead();
                    text.Append($"{photo.Name} {photo.ContentType} "
                        + $"{Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(content))}\n");
                }
                return Text(text.ToString());
            }
        }

        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw()
            {
                Use<SecurityHeaders>();
                Use<Uploads>();
                Use<Sessions>();
                Use<Csrf>();
            }
        }
        """;

    private const string Page = """
        <%@ long id %>
        <!DOCTYPE html><title>Album</title>
        <% using (FormTag($"/albums/{id}", method: "patch", multipart: true)) { %>
          <label>Title <input name="title"></label>
          <label for="photos">Photos</label> <%= FileField("photos", multiple: true) %>
          <label for="cover">Cover</label> <%= FileField("cover", accept: "image/*") %>
          <button>Send</button>
        <% } %>
        """;

    private readonly string _files = Directory.CreateTempSubdirectory().FullName;
    private SpecApp _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        const string Chromium = "/usr/bin/chromium";
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing; bin/test installs it (Debian package chromium).");
        _app = SpecApp.Start(
            AppCompilation.WithTemplate(Source, "albums/edit.html.erb", Page),
            Backend.Auto,
            environment: StrykeEnvironment.Development
        );
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
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public async Task Fields_and_files_arrive_whatever_their_names()
    {
        string[] names = ["plain.png", "say \"hi\".txt", "Übersicht – 1.pdf", "100%.bin", "semi;colon=.txt"];
        for (int i = 0; i < names.Length; i++)
            await File.WriteAllBytesAsync(Path.Combine(_files, names[i]), UploadApp.Noise(i * 50_000));
        var page = await _browser.NewPageAsync();
        await page.GotoAsync($"http://{_app.EndPoint}/albums/7/edit");
        await page.GetByLabel("Title").FillAsync("Zoë's \"album\" & more");
        await page.GetByLabel("Photos").SetInputFilesAsync(names.Select(name => Path.Combine(_files, name)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.WaitForURLAsync("**/albums/7");
        string[] lines = (await page.Locator("pre").TextContentAsync())!.TrimEnd('\n').Split('\n');
        Assert.Equal("7 Zoë's \"album\" & more no cover", lines[0]);
        string[] types = ["image/png", "text/plain", "application/pdf", "application/octet-stream", "text/plain"];
        Assert.Equal(
            names.Select(
                (name, i) =>
                    $"{name} {types[i]} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(UploadApp.Noise(i * 50_000)))}"
            ),
            lines[1..]
        );
    }

    [Fact]
    public async Task Without_its_token_a_form_with_files_is_refused()
    {
        var page = await _browser.NewPageAsync();
        await page.GotoAsync($"http://{_app.EndPoint}/albums/7/edit");
        await page.EvaluateAsync("document.querySelector('[name=authenticity_token]').remove()");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync(),
            response => response.Request.Method == "POST"
        );
        Assert.Equal(403, answer.Status);
    }
}
