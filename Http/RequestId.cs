using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Stryke.Web.Http;

/// <summary>
/// The id of a request, made when it is first used: each thread counts from a random start of its own.
/// </summary>
internal struct RequestId
{
    private const int Length = 24;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create(
        "+-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"u8
    );

    [ThreadStatic]
    private static ulong s_series;

    [ThreadStatic]
    private static uint s_last;

    private ulong _seriesOfThis;
    private uint _number;

    /// <returns>Bytes written.</returns>
    public int Format(HttpRequest request, Span<byte> utf8)
    {
        // Anybody can send the field; only a proxy's is worth more than ours.
        if (
            request.IsFromProxy
            && request.Headers.TryGet("X-Request-Id"u8, out var given)
            && given.Length is > 0 and <= HttpRequest.MaxIdBytes
            && !given.ContainsAnyExcept(Allowed)
        )
        {
            given.CopyTo(utf8);
            return given.Length;
        }

        if (_number == 0)
        {
            Next();
        }

        _seriesOfThis.TryFormat(utf8, out _, "x16");
        _number.TryFormat(utf8[16..], out _, "x8");
        return Length;
    }

    private void Next()
    {
        if (s_series == 0 || s_last == uint.MaxValue)
        {
            Span<ulong> random = stackalloc ulong[1];
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(random));
            s_series = random[0] | 1;
            s_last = 0;
        }

        _seriesOfThis = s_series;
        _number = ++s_last;
    }
}
