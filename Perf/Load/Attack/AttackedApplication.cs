using Stryke.Web.Http;

namespace Stryke.Web.Perf.Attack;

/// <summary>
/// <c>/</c> is a short answer; <c>/file</c>, <c>/stream</c> and <c>/whole</c> are large ones, made in the three ways there are.
/// </summary>
internal readonly struct AttackedApplication : IHttpApplication
{
    /// <summary>More than any kernel takes in advance for a client that reads nothing.</summary>
    public const int LargeBytes = 8 * 1024 * 1024;

    private static readonly byte[] Piece = new byte[16 * 1024];
    private static readonly string Large = MakeFile();

    public BodyPlan PlanBody(HttpExchange exchange) => BodyPlan.Default;

    public void Handle(HttpExchange exchange)
    {
        var response = exchange.Response;
        switch (exchange.Request.Path)
        {
            case "/file":
                response.SetSource(new FileSource(File.OpenHandle(Large), 0, LargeBytes));
                break;
            case "/stream":
                response.SetSource(new Pieces());
                break;
            case "/whole":
                for (int i = 0; i < 256 * 1024 / Piece.Length; i++)
                {
                    response.Write(Piece);
                }

                break;
            default:
                response.Write("hello"u8);
                break;
        }

        exchange.Complete();
    }

    private static string MakeFile()
    {
        string path = Path.GetTempFileName();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        using var file = File.OpenWrite(path);
        file.SetLength(LargeBytes);
        return path;
    }

    private sealed class Pieces : ResponseSource
    {
        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            for (int sent = 0; sent < LargeBytes; sent += Piece.Length)
            {
                await stream.WriteAsync(Piece, aborted);
            }
        }
    }
}
