using System.Net;
using System.Reflection;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Host.Serve;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Routing;
using Stryke.Web.Security;
using Stryke.Web.Specs.Compiler.Routes;

namespace Stryke.Web.Specs.Controllers;

/// <summary>An app from source, compiled by our generators and served over a real socket.</summary>
internal sealed class SpecApp : IAsyncDisposable
{
    private readonly ActorSystem _system;
    private readonly MemoryStream _log;
    private readonly RequestServices _services;

    private SpecApp(
        Assembly assembly,
        StrykeEnvironment environment,
        int cores,
        Backend backend,
        ProxyOptions? proxies = null,
        UploadOptions? uploads = null,
        int? maxViewDepth = null,
        int? maxFields = null
    )
    {
        Assembly = assembly;
        _log = new MemoryStream();
        var routes = (IReadOnlyList<RouteInfo>)Type("Routes").GetProperty("All")!.GetValue(null)!;
        _services = new RequestServices
        {
            Environment = environment,
            Keys = KeyRing.Ephemeral(),
            Routes = routes,
            Log = new LogWriter(Stream.Synchronized(_log)),
            Uploads = new UploadSpool(uploads ?? new UploadOptions()),
            MaxViewDepth = maxViewDepth,
            MaxFields = maxFields ?? FormFields.MaxFields,
        };
        _system = ActorSystem.Start(
            new ActorSystemOptions
            {
                Backend = backend,
                Cpus = [.. Enumerable.Repeat(0, cores)],
                StallMs = 100,
                OnStall = stall => Stalls.Add(StallMessage.Of(stall)),
                OnFault = (fault, where) => Faults.Add((fault, where)),
            }
        );
        var options = new HttpOptions
        {
            Proxies = proxies,
            OnFault = (fault, request) =>
            {
                Faults.Add((fault, request.Path));
                _services.Log.Write(request, fault);
            },
        };
        var listener = HttpServer.Start(
            _system,
            new IPEndPoint(IPAddress.Loopback, 0),
            options,
            core => new Entry(this, CreatePipeline(core))
        );
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri($"http://{listener.EndPoint}"),
        };
        EndPoint = listener.EndPoint;
    }

    public Assembly Assembly { get; }

    public Core Core => _system.Cores[0];

    public IPEndPoint EndPoint { get; }

    public HttpClient Client { get; }

    public RequestServices Services => _services;

    /// <summary>What the kernel and the server reported.</summary>
    public System.Collections.Concurrent.ConcurrentBag<(Exception Fault, string Where)> Faults { get; } = [];

    /// <summary>What the watchdog reported.</summary>
    public System.Collections.Concurrent.BlockingCollection<string> Stalls { get; } = [];

    public static SpecApp Start(string source, StrykeEnvironment environment = StrykeEnvironment.Test, int cores = 1) =>
        new(AppCompilation.Load(source), environment, cores, Backend.Auto);

    /// <summary>An app with a template, on a backend.</summary>
    /// <param name="app">The app.</param>
    /// <param name="backend">The backend.</param>
    /// <param name="proxies">Whom it believes.</param>
    /// <param name="uploads">What forms with files may take.</param>
    /// <param name="environment">What it runs as.</param>
    /// <param name="maxViewDepth">How deep its views may call each other.</param>
    /// <param name="maxFields">How many fields a request may have.</param>
    public static SpecApp Start(
        AppCompilation app,
        Backend backend,
        ProxyOptions? proxies = null,
        UploadOptions? uploads = null,
        StrykeEnvironment environment = StrykeEnvironment.Test,
        int? maxViewDepth = null,
        int? maxFields = null
    ) => new(app.Load(), environment, 1, backend, proxies, uploads, maxViewDepth, maxFields);

    /// <summary>A stack without CSRF, for specs whose requests are made by hand; to be put at the end of a source.</summary>
    public const string PlainStack = """


        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw()
            {
                Use<Uploads>();
                Use<Sessions>();
            }
        }
        """;

    public Type Type(string name) => Assembly.GetTypes().Single(t => t.Name == name);

    public Pipeline CreatePipeline(Core core) =>
        (Pipeline)
            Activator.CreateInstance(Type("AppPipeline"), BindingFlags.NonPublic | BindingFlags.Instance, null, [core, _services], null)!;

    public async Task<(int Status, string Body)> Get(string path)
    {
        using var response = await Client.GetAsync(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public string Log()
    {
        _services.Log.Flush();
        return Encoding.UTF8.GetString(_log.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _system.DisposeAsync();
        _services.Uploads.Dispose();
    }

    /// <summary>Bytes that the last request allocated on its core, from the server's call to its return.</summary>
    public long LastAllocatedBytes;

    private readonly struct Entry(SpecApp app, Pipeline pipeline) : IHttpApplication
    {
        public BodyPlan PlanBody(HttpExchange exchange) => pipeline.PlanBody(exchange);

        public void Handle(HttpExchange exchange)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            pipeline.Handle(exchange);
            app.LastAllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
