namespace Stryke.Web.Actors.Net;

/// <summary>
/// How many bytes of files go into sockets in one turn of a core: up to a mebibyte from each connection until there are eight in all, and
/// from then on 64 KiB from each, so that every one goes on, and thousands that can go on at once do not hold up everybody else.
/// </summary>
internal struct FileBudget
{
    internal const long BytesPerTurn = 8 << 20;
    internal const long MostBytes = 1 << 20;
    internal const long LeastBytes = 64 << 10;

    private long _left;

    /// <summary>What the next connection may send.</summary>
    internal readonly long Share => Math.Clamp(_left, LeastBytes, MostBytes);

    /// <summary>A turn begins.</summary>
    internal void Begin() => _left = BytesPerTurn;

    /// <summary>A connection has sent that many bytes.</summary>
    internal void Spend(long bytes) => _left -= bytes;
}
