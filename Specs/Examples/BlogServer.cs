using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The blog as a process that serves, with a client that keeps its cookies and follows no redirect.</summary>
internal sealed partial class BlogServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly CookieContainer _cookies = new();
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BlogServer(ProcessStartInfo start)
    {
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies });
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The blog ended before it served: {Said}"));
    }

    public int ProcessId => _process.Id;

    public HttpClient Client { get; }

    public Uri Address => _address.Task.Result;

    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public static async Task<BlogServer> Start(ProcessStartInfo start)
    {
        var server = new BlogServer(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Client.BaseAddress = await server._address.Task.WaitAsync(Eventually.Bound);
        return server;
    }

    /// <summary>A page as text.</summary>
    public async Task<string> Page(string path)
    {
        using var response = await Client.GetAsync(path);
        string page = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}:\n{page}");
        return page;
    }

    /// <summary>Sends the form of a page, with the token that the page carries.</summary>
    public async Task<HttpResponseMessage> SendForm(string page, string action, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(await Page(page)).Groups["token"].Value;
        return await Post(action, [("authenticity_token", WebUtility.HtmlDecode(token)), .. fields]);
    }

    public Task<HttpResponseMessage> Post(string action, params (string Name, string Value)[] fields) =>
        Client.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Writes a post through the form of <c>/posts/new</c>.</summary>
    public Task<HttpResponseMessage> CreatePost(string title) => SendForm("/posts/new", "/posts", Fields(title));

    public static (string Name, string Value)[] Fields(string title) =>
        [("post[title]", title), ("post[author]", "Spec"), ("post[body]", "Written by a spec."), ("post[published]", "1")];

    /// <summary>
    /// Sends a new post and returns when it is with the blog, which must have a single core: pages that were asked for
    /// after it have been answered.
    /// </summary>
    /// <returns>The client, for the answer.</returns>
    public async Task<TestClient> BeginPost(string title)
    {
        string token = WebUtility.HtmlDecode(Token().Match(await Page("/posts/new")).Groups["token"].Value);
        (string Name, string Value)[] fields = [("authenticity_token", token), .. Fields(title)];
        string form = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        var client = await TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port));
        await client.SendAsync(
            $"POST /posts HTTP/1.1\r\nHost: {Address.Authority}\r\nCookie: {_cookies.GetCookieHeader(Address)}\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}"
        );
        for (int i = 0; i < 2; i++)
            await Page("/posts/new");
        return client;
    }

    /// <summary>Waits until a signal is not pending any more, so that another of its kind is not taken for the same.</summary>
    public Task HasTaken(PosixSignal signal) =>
        Eventually.Holds(() => !PendingSignals.Has(_process.Id, Number(signal)), $"{signal} is with the process");

    /// <summary>Waits until nobody new is let in: the stop has begun.</summary>
    public Task IsStopping() =>
        Eventually.Holds(
            async () =>
            {
                try
                {
                    using var client = await TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port));
                    return false;
                }
                catch (SocketException)
                {
                    return true;
                }
            },
            "the blog refuses connections"
        );

    public void Signal(PosixSignal signal) => Assert.Equal(0, kill(_process.Id, Number(signal)));

    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync().WaitAsync(Eventually.Bound);
        return _process.ExitCode;
    }

    /// <summary>kill -9: no handler runs.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private static int Number(PosixSignal signal) => signal == PosixSignal.SIGTERM ? 15 : 2;

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Value));
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [GeneratedRegex("""http://127\.0\.0\.1:\d+""")]
    private static partial Regex Listening();

    [GeneratedRegex("""name="authenticity_token" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
