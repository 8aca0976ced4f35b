// The same three answers as Perf/Load/App, written the way a fast ASP.NET Core minimal API is written.
// Arguments: the port and the path of the SQLite file with the fortunes.

using System.Text.Json.Serialization;
using Stryke.Web.Perf.Peers.Kestrel;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));

var app = builder.Build();
var fortunes = new FortunePage(args[1]);

app.MapGet("/plaintext", () => "Hello, World!");
app.MapGet("/json", () => new Message("Hello, World!"));
app.MapGet("/fortunes", () => Results.Content(fortunes.Render(), "text/html; charset=utf-8"));
app.Run();

namespace Stryke.Web.Perf.Peers.Kestrel
{
    internal readonly record struct Message(string Text);

    [JsonSerializable(typeof(Message))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    internal sealed partial class PeerJson : JsonSerializerContext;
}
