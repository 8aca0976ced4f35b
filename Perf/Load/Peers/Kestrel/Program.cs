// The same answers as Perf/Load/App, written the way a fast ASP.NET Core minimal API is written; on the JIT, or published native
// (PublishAot). Arguments: the port, and the folder with fortunes.sqlite3 and download.bin.

using System.Globalization;
using Stryke.Web.Perf.Peers.Kestrel;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));

var app = builder.Build();
var fortunes = new FortunePage(Path.Combine(args[1], "fortunes.sqlite3"));
string file = Path.Combine(args[1], "download.bin");

app.MapGet("/plaintext", () => "Hello, World!");
app.MapGet("/json", () => new Message("Hello, World!"));
app.MapGet("/fortunes", () => Results.Content(fortunes.Render(), "text/html; charset=utf-8"));
app.MapGet("/download", () => Results.File(file));
app.MapPost(
    "/upload",
    async (HttpRequest request) =>
    {
        long length = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            length += read.Buffer.Length;
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return length.ToString(CultureInfo.InvariantCulture);
        }
    }
);
app.Run();
