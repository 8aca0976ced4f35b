using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The blog as a process that serves, with a client that keeps its cookies and follows no redirect.</summary>
internal sealed partial class BlogServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BlogServer(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The blog ended before it served: {Said}"));
    }

    public int ProcessId => _process.Id;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

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

    public void Signal(PosixSignal signal) => Assert.Equal(0, kill(_process.Id, signal == PosixSignal.SIGTERM ? 15 : 2));

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
