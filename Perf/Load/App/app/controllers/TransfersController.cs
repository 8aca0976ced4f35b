using System.Buffers;

namespace LoadApp;

/// <summary>Large things, out and in.</summary>
public sealed partial class TransfersController : Controller
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The file that the load comparison has put beside the database.</summary>
    public Result Download() => SendFile("download.bin");

    /// <summary>Reads the body as it arrives and says how long it was.</summary>
    [StreamBody, MaxBody(1L << 30)]
    public async Task<Result> Upload()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        long length = 0;
        for (int count; (count = await RequestBody.ReadAsync(buffer)) > 0; )
            length += count;
        ArrayPool<byte>.Shared.Return(buffer);
        return Text($"{length}");
    }

    /// <summary>What an upload must carry in the default stack, with the session's cookie.</summary>
    public Result Token() => Text(Csrf.TokenFor(Context));
}
