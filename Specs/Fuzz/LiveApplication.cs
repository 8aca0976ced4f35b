using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// What the servers serve while they are fuzzed: every way of answering, chosen by the path, and nothing in the answer that does not follow from the
/// request.
/// </summary>
internal static class LiveApplication
{
    private static readonly UTF8Encoding Utf8 = new();

    public static BodyPlan Plan(HttpRequest request) => request.RawPath.StartsWith("/stream"u8) ? BodyPlan.Stream(4096) : BodyPlan.Buffer(4096);

    public static void Handle(HttpExchange exchange)
    {
        var path = exchange.Request.RawPath;
        if (path.StartsWith("/fault"u8))
        {
            throw new InvalidOperationException("As asked for.");
        }

        if (path.StartsWith("/stream"u8))
        {
            ReadAndAnswer(exchange, path.EndsWith("later"u8));
        }
        else if (path.StartsWith("/later"u8))
        {
            AnswerLater(exchange);
        }
        else
        {
            if (path.StartsWith("/source"u8))
            {
                exchange.Response.SetSource(new Pieces(path.EndsWith("length"u8)));
            }
            else
            {
                Mirror(exchange, exchange.Request.Body);
            }

            exchange.Complete();
        }
    }

    private static async void ReadAndAnswer(HttpExchange exchange, bool isLater)
    {
        var body = new MemoryStream();
        try
        {
            if (isLater)
            {
                await Task.Yield();
            }

            var piece = new byte[7];
            for (int count; (count = await exchange.RequestBody.ReadAsync(piece)) > 0;)
            {
                body.Write(piece, 0, count);
            }

            Mirror(exchange, body.ToArray());
        }
        catch (RequestBodyException refused)
        {
            exchange.Response.Status = refused.Status;
        }

        exchange.Complete();
    }

    private static async void AnswerLater(HttpExchange exchange)
    {
        await Task.Yield();
        Mirror(exchange, exchange.Request.Body);
        exchange.Complete();
    }

    private static void Mirror(HttpExchange exchange, ReadOnlySpan<byte> body)
    {
        var (request, response) = (exchange.Request, exchange.Response);
        response.Write(request.MethodToken);
        response.Write(" "u8);
        response.Write(request.RawPath);
        response.Write("?"u8);
        response.Write(request.RawQuery);
        response.Write(Utf8.GetBytes($" {request.Version} fields={request.Headers.Count} host="));
        response.Write(request.Host);
        response.Write(" body="u8);
        response.Write(body);
    }

    private sealed class Pieces(bool hasLength) : ResponseSource
    {
        public override long? Length => hasLength ? 300 : null;

        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            for (var i = 0; i < 3; i++)
            {
                await stream.WriteAsync(Utf8.GetBytes(new string((char)('a' + i), 100)), aborted);
                await Task.Yield();
            }
        }
    }
}
