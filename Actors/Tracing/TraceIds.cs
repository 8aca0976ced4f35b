using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Stryke.Web.Actors.Tracing;

/// <summary>
/// New ids of traces and spans (W3C Trace Context §3.2.2.3): two SplitMix64 sequences for each thread, from starts that nobody
/// else has. They are no secrets.
/// </summary>
internal static class TraceIds
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    [ThreadStatic]
    private static ulong s_high;

    [ThreadStatic]
    private static ulong s_low;

    public static UInt128 NextTraceId()
    {
        UInt128 id;
        do
        {
            id = new UInt128(Next(ref s_high), Next(ref s_low));
        } while (id == 0);

        return id;
    }

    public static ulong NextSpanId()
    {
        ulong id;
        do
        {
            id = Next(ref s_low);
        } while (id == 0);

        return id;
    }

    private static ulong Next(ref ulong state)
    {
        if (state == 0)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(new Span<ulong>(ref state)));
        }

        ulong mixed = state += Step;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
