using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>A section of an RFC, held against live servers over real sockets: what is taken, as what, and what is refused, how.</summary>
public abstract class LiveSpec(LiveServers servers) : IClassFixture<LiveServers>
{
    protected const string Host = "Host: x\r\n";

    /// <summary>What must not be served when it stands behind bytes that were refused.</summary>
    private const string Smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    private const string Last = "GET /last HTTP/1.1\r\nHost: last\r\nConnection: close\r\n\r\n";

    private protected Task<TestClient> ConnectAsync(Backend backend) => servers.On(backend).ConnectAsync();

    /// <summary>
    /// The bytes are refused: one answer of that status, which says <c>Connection: close</c> and why; then the
    /// connection ends, and nothing behind the bytes was served.
    /// </summary>
    protected async Task Refused(Backend backend, string bytes, int status)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync(bytes + Smuggled);
        var answer = await OnlyAnswer(client);
        Assert.True(status == answer.Status, $"Expected {status}, but: {answer.StatusLine} {answer.Body}");
        Assert.Equal("close", answer["Connection"]);
        Assert.StartsWith($"{status} {StatusLines.Reason(status)}: ", answer.Body);
        Assert.DoesNotContain("/smuggled", servers.Served);
    }

    /// <summary>
    /// The bytes are requests, which the application saw as these lines of <see cref="LiveServers"/>; and exactly their
    /// bytes: what comes next is read as the next request.
    /// </summary>
    protected async Task Served(Backend backend, string bytes, params string[] seen)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync(bytes + Last);
        foreach (string expected in seen)
        {
            var answer = await client.ReadAsync();
            Assert.Equal((200, expected), (answer.Status, answer.Body));
            Assert.NotEqual("close", answer["Connection"]);
        }

        Assert.Equal("GET /last last ", (await OnlyAnswer(client)).Body);
    }

    /// <summary>One answer, and the end of the connection behind it.</summary>
    private protected static async Task<ReceivedResponse> OnlyAnswer(TestClient client) =>
        ReceivedResponse.Parse(Encoding.Latin1.GetBytes(await client.ReadToEndAsync()));
}
