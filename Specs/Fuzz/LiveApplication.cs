using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Steps;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// What the servers serve while they are fuzzed: every way of answering, chosen by the path, and nothing in the answer
/// that does not follow from the request.
/// </summary>
internal static class LiveApplication
{
    private static readonly UTF8Encoding Utf8 = new();
    private static readonly UploadSpool Spool = new(
        new UploadOptions
        {
            MemoryBytes = 16,
            MaxFileBytes = 1000,
            MaxFiles = 3,
            MaxTextBytes = 500,
            MaxPartHeadBytes = 300,
        }
    );

    public static BodyPlan Plan(HttpRequest request) =>
        request.RawPath.StartsWith("/stream"u8) || request.RawPath.StartsWith("/upload"u8) ? BodyPlan.Stream(4096) : BodyPlan.Buffer(4096);

    public static void Handle(HttpExchange exchange)
    {
        var path = exchange.Request.RawPath;
        if (path.StartsWith("/fault"u8))
        {
            throw new InvalidOperationException("As asked for.");
        }

        if (path.StartsWith("/upload"u8))
        {
            TakeFormAndAnswer(exchange);
        }
        else if (path.StartsWith("/stream"u8))
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

            byte[] piece = new byte[7];
            for (int count; (count = await exchange.RequestBody.ReadAsync(piece)) > 0; )
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

    /// <summary>With so little memory for files that most of them go to the disk, and are read from there.</summary>
    private static async void TakeFormAndAnswer(HttpExchange exchange)
    {
        var fields = new FormFields().OpenUpload();
        var files = new UploadedFiles(Spool);
        exchange.RegisterForDispose(files);
        try
        {
            await UploadReader.Read(
                exchange.RequestBody,
                exchange.Request.ContentType,
                exchange.Core.Buffers,
                Spool,
                fields,
                files,
                FormFields.MaxFields
            );
            foreach (var (name, value) in fields)
            {
                exchange.Response.Write(Utf8.GetBytes($"{name}={value}\n"));
            }

            foreach (var file in files)
            {
                exchange.Response.Write(Utf8.GetBytes($"{file.FieldName}|{file.Name}|{file.ContentType}|{file.Length}="));
                using var content = file.OpenRead();
                byte[] bytes = new byte[file.Length];
                content.ReadExactly(bytes);
                exchange.Response.Write(bytes);
            }
        }
        catch (RequestBodyException refused)
        {
            Refuse(exchange, refused.Status, refused.Message);
        }
        catch (BadRequestException refused)
        {
            Refuse(exchange, 400, refused.Message);
        }

        exchange.Complete();
    }

    /// <summary>Closes, as the framework does: otherwise it would depend on what has come whether the connection goes on.</summary>
    private static void Refuse(HttpExchange exchange, int status, string reason)
    {
        exchange.Response.Reset();
        exchange.Response.Status = status;
        exchange.Response.ClosesConnection = true;
        exchange.Response.Write(Utf8.GetBytes(reason));
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
            for (int i = 0; i < 3; i++)
            {
                await stream.WriteAsync(Utf8.GetBytes(new string((char)('a' + i), 100)), aborted);
                await Task.Yield();
            }
        }
    }
}
