using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>
/// An app whose middleware waits: for a token that is looked up elsewhere, on the way in, and for a note about the answer on the way out.
/// </summary>
public sealed class AwaitingMiddlewareSpec(AwaitingMiddlewareSpec.Running running) : IClassFixture<AwaitingMiddlewareSpec.Running>
{
    private const string App = """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/who", Accounts.Who);
                Get("/late", Accounts.Late);
                Post("/files", Accounts.Files);
                Post("/items", Items.Create);
                Patch("/items", Accounts.Who);
            }
        }

        public struct Tokens : IAsyncMiddleware
        {
            public void Start(RequestServices services) { }

            public async ValueTask<bool> OnRequest(RequestContext context)
            {
                int core = Environment.CurrentManagedThreadId;
                bool hasToken = context.Request.Headers.TryGet("X-Token"u8, out var token);
                string user = await Lookup(hasToken ? System.Text.Encoding.UTF8.GetString(token) : "");
                if (user.Length == 0)
                {
                    ErrorPages.Unauthorized(context, "The token is not known.");
                    return false;
                }
                context.Items["user"] = $"{user} {(core == Environment.CurrentManagedThreadId ? "at home" : "elsewhere")}";
                return true;
            }

            public async ValueTask OnResponse(RequestContext context)
            {
                if (context.Request.Headers.Contains("X-Note"u8))
                {
                    await Task.Run(() => { });
                    context.Response.AddHeader("X-Noted", $"{context.Response.Status}");
                }
                if (context.Request.Headers.Contains("X-Fail"u8))
                {
                    await Task.Run(() => { }).ConfigureAwait(false);
                    throw new InvalidOperationException("The note is lost.");
                }
            }

            private static async Task<string> Lookup(string token)
            {
                if (token == "broken")
                    await Task.Run(() => throw new InvalidOperationException("No database.")).ConfigureAwait(false);
                return await Task.Run(() => token == "t1" ? "Ada" : "").ConfigureAwait(false);
            }
        }

        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw() { Use<SecurityHeaders>(); Use<Tokens>(); Use<Uploads>(); Use<Sessions>(); }
            protected override void DrawApi() { Use<Uploads>(); Use<Tokens>(); }
        }

        public sealed partial class AccountsController : Controller
        {
            public Result Who() => Text($"{Context.Items["user"]}");
            public async Task<Result> Late() { await Task.Yield(); return Text($"late {Context.Items["user"]}"); }
            public Result Files(UploadedFile file) => Text($"{file.Name} {Context.Items["user"]}");
        }

        public sealed partial class ItemsController : ApiController
        {
            public Result Create(string? name) => Text($"item {name} {Context.Items["user"]}");
        }
        """;

    [Theory]
    [InlineData("/who", "Ada at home")]
    [InlineData("/late", "late Ada at home")]
    public async Task The_action_runs_after_the_step_on_the_same_core(string path, string body)
    {
        for (int i = 0; i < 20; i++)
            Assert.Equal((200, body), await Send(HttpMethod.Get, path, "t1"));
    }

    [Fact]
    public async Task A_step_that_has_waited_can_refuse()
    {
        var (status, body) = await Send(HttpMethod.Get, "/who", "t2");
        Assert.Equal(401, status);
        Assert.DoesNotContain("Ada", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_while_it_waits_is_a_500_in_the_log()
    {
        Assert.Equal(500, (await Send(HttpMethod.Get, "/who", "broken")).Status);
        Assert.Contains("No database.", running.App.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_waits_for_the_steps_on_its_way_out()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("X-Token", "t1");
        request.Headers.Add("X-Note", "1");
        using var response = await running.App.Client.SendAsync(request);
        Assert.Equal("200", Assert.Single(response.Headers.GetValues("X-Noted")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_step_that_fails_late_on_the_way_out_is_a_500_that_the_steps_outside_see()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("X-Token", "t1");
        request.Headers.Add("X-Fail", "1");
        using var response = await running.App.Client.SendAsync(request);
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Requests_in_one_packet_are_answered_in_order_while_a_step_waits()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(running.App.EndPoint);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "GET /who HTTP/1.1\r\nHost: a\r\nX-Token: t1\r\n\r\nGET /late HTTP/1.1\r\nHost: a\r\nX-Token: t1\r\n\r\n"
                    + "GET /who HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
        );
        string answers = await new StreamReader(stream).ReadToEndAsync();
        int who = answers.IndexOf("Ada at home", StringComparison.Ordinal);
        int late = answers.IndexOf("late Ada at home", StringComparison.Ordinal);
        int refused = answers.IndexOf("HTTP/1.1 401", StringComparison.Ordinal);
        Assert.True(0 < who && who < late && late < refused, answers);
    }

    [Fact]
    public async Task A_form_with_files_is_read_by_the_step_that_reads_them_after_the_one_that_waits()
    {
        Assert.Equal((200, "a.txt Ada at home"), await Send(HttpMethod.Post, "/files", "t1", Form(null)));
        Assert.Equal(401, (await Send(HttpMethod.Post, "/files", "t2", Form(null))).Status);
    }

    [Fact]
    public async Task A_form_cannot_change_from_the_stack_of_the_API_to_the_one_of_pages()
    {
        Assert.Equal((200, "item x Ada at home"), await Send(HttpMethod.Post, "/items", "t1", Form(null)));
        var (status, body) = await Send(HttpMethod.Post, "/items", "t1", Form("patch"));
        Assert.Equal(400, status);
        Assert.Contains("_method", body, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(string? method)
    {
        var file = new ByteArrayContent("hello"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        var form = new MultipartFormDataContent { { new StringContent("x", Encoding.UTF8), "name" }, { file, "file", "a.txt" } };
        if (method is not null)
            form.Add(new StringContent(method), "_method");
        return form;
    }

    private async Task<(int Status, string Body)> Send(HttpMethod method, string path, string token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Token", token);
        using var response = await running.App.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public sealed class Running : IAsyncLifetime
    {
        internal SpecApp App { get; } = SpecApp.Start(AwaitingMiddlewareSpec.App);

        public ValueTask InitializeAsync() => default;

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
