using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Bodies that are larger than usual, or read as they arrive, by what an action says of itself.</summary>
public sealed class UploadSpec : IAsyncLifetime
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Post("/small", Uploads.Small);
                    Post("/usual", Uploads.Usual);
                    Post("/streamed", Uploads.Streamed);
                    Post("/unread", Uploads.Unread);
                }
            }
            [MaxBody(8 << 20)]
            public sealed partial class UploadsController : Controller
            {
                [MaxBody(4)]
                public Result Small() => Text($"{Request.Body.Length}");

                public Result Usual() => Text($"{Request.Body.Length}");

                [StreamBody, MaxBody(1L << 31)]
                public async Task<Result> Streamed()
                {
                    var buffer = new byte[16 * 1024];
                    long most = 0, sum = 0;
                    for (int count; (count = await RequestBody.ReadAsync(buffer)) > 0; sum += count)
                        most = Math.Max(most, Context.Core.Buffers.Outstanding);
                    return Text($"{sum} {most}");
                }

                [StreamBody]
                public Result Unread() => Text("no, thank you", 403);
            }
            """ + SpecApp.PlainStack;

    private SpecApp _app = null!;

    public ValueTask InitializeAsync()
    {
        _app = SpecApp.Start(App);
        return default;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/small", 4, 200)]
    [InlineData("/small", 5, 413)]
    [InlineData("/usual", 8 << 20, 200)]
    [InlineData("/usual", (8 << 20) + 1, 413)]
    public async Task The_limit_is_that_of_the_action_or_of_its_class(string path, int length, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.ExpectContinue = true;
        using var response = await _app.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_gigabyte_passes_through_in_the_memory_of_a_few_buffers()
    {
        const long Length = 1L << 30;
        using var content = new StreamContent(new Zeros(Length));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentLength = Length;
        using var response = await _app.Client.PostAsync("/streamed", content);
        string[] counts = (await response.Content.ReadAsStringAsync()).Split(' ');
        Assert.Equal(Length, long.Parse(counts[0]));
        Assert.InRange(int.Parse(counts[1]), 1, 40);
    }

    [Fact]
    public async Task An_action_may_answer_without_reading()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/unread") { Content = new StreamContent(new Zeros(1 << 20)) };
        request.Headers.ExpectContinue = true;
        using var response = await _app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True(response.Headers.ConnectionClose);
    }
}
