using System.Text.Json;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Specs.Http.Connections;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>A live server whose access log is in memory.</summary>
internal sealed class AccessLogScene
{
    public LogProbe Probe { get; } = new();

    public static string? Field(JsonElement line, string name) => line.GetProperty(name).GetString();

    public TestServer Serve(
        Backend backend,
        Action<HttpExchange> handle,
        AccessLogOptions? options = null,
        int maxBodyBytes = 1000,
        int timeoutMs = 10_000,
        ProxyOptions? proxies = null,
        LogWriter? log = null
    ) =>
        new(
            backend,
            handle,
            new HttpOptions
            {
                MaxBodyBytes = maxBodyBytes,
                HeadTimeoutMs = timeoutMs,
                BodyTimeoutMs = timeoutMs,
                MinBodyBytesPerSecond = int.MaxValue,
                Proxies = proxies,
                OnFault = static (_, _) => { },
            },
            observe: core => new AccessLog(core, log ?? Probe.Log, options ?? new AccessLogOptions())
        );
}
