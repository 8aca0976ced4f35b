using System.Net;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Routing;
using Stryke.Web.Specs.Middleware;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>
/// A request is matched once, when its head is there; only a form that asks for another method has a second route to find.
/// </summary>
public sealed class RouteOnceSpec
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    [Theory]
    [InlineData("GET", "/", "", "", 1)]
    [InlineData("GET", "/nowhere", "", "", 1)]
    [InlineData("POST", "/", "text/plain", "hello", 1)]
    [InlineData("POST", "/", Form, "a=1", 1)]
    [InlineData("POST", "/", Form, "_method=patch", 2)]
    [InlineData("POST", "/", Multipart, "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--\r\n", 1)]
    [InlineData("POST", "/edit", Multipart, "--b\r\nContent-Disposition: form-data; name=_method\r\n\r\npatch\r\n--b--\r\n", 2)]
    [InlineData("POST", "/edit", Multipart, "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--\r\n", 2)]
    public async Task Its_route_is_looked_for(string method, string path, string type, string body, int times)
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll, Cpus = new int[1] });
        Counted? pipeline = null;
        var listener = HttpServer.Start(
            system,
            new IPEndPoint(IPAddress.Loopback, 0),
            new HttpOptions(),
            core => new Entry(pipeline = new Counted(core, Some.Services()))
        );
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://{listener.EndPoint}{path}");
        if (type.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(times, pipeline!.Matches);
        Assert.Equal(path == "/nowhere" ? "404" : pipeline.Answered, $"{(int)response.StatusCode}");
    }

    /// <summary>Answers every method at <c>/</c>, and PATCH at <c>/edit</c>; counts the matches.</summary>
    private sealed class Counted(Core core, RequestServices services)
        : Pipeline<AsyncChain<Stryke.Web.Middleware.Steps.Uploads, EndOfChain>>(core, services)
    {
        public int Matches { get; private set; }

        public string Answered { get; private set; } = "405";

        public override RouteMatch Match(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host)
        {
            Matches++;
            var patch = default(VerbSet).With(HttpVerb.Patch);
            if (path.SequenceEqual("/"u8) || (path.SequenceEqual("/edit"u8) && verb == HttpVerb.Patch))
                return new(0, default(VerbSet).With(verb), default);
            return path.SequenceEqual("/edit"u8) ? new(-1, patch, default) : RouteMatch.NotFound;
        }

        protected override void Dispatch(RequestContext context)
        {
            Answered = "200";
            Finish(context);
        }

        protected override Template? CreateTemplate() => null;
    }

    private readonly struct Entry(Pipeline pipeline) : IHttpApplication
    {
        public BodyPlan PlanBody(HttpExchange exchange) => pipeline.PlanBody(exchange);

        public void Handle(HttpExchange exchange) => pipeline.Handle(exchange);
    }
}
