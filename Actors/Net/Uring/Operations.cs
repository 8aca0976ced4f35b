namespace Stryke.Web.Actors.Net.Uring;

/// <summary>
/// The kinds of requests, and how user data names one: kind in the top 8 bits, then 24 bits generation, then 32 bits descriptor (an
/// acceptor's number for accepts). Receive, Send and Room are also the bits of <see cref="ConnectionActor.Armed"/>.
/// </summary>
internal static class Operations
{
    internal const uint Receive = 1;
    internal const uint Send = 2;
    internal const uint Accept = 4;
    internal const uint Wake = 5;
    internal const uint Cancel = 6;

    /// <summary>Waits until the socket has room for more of a file.</summary>
    internal const uint Room = 8;

    internal static ulong UserData(uint kind, uint generation, int fd) => ((ulong)kind << 56) | ((ulong)generation << 32) | (uint)fd;

    internal static uint Kind(ulong userData) => (uint)(userData >> 56);

    internal static uint Generation(ulong userData) => (uint)(userData >> 32) & 0xFF_FFFF;

    internal static int Fd(ulong userData) => (int)userData;
}
