namespace Stryke.Web.Actors.Net;

/// <summary>How a <see cref="Listener"/> accepts and what its connections start with.</summary>
public sealed class ListenerOptions
{
    /// <summary>How many connections the kernel may hold for each core before they are accepted.</summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>How many connections may be open at a time, over all cores. Those beyond get <see cref="Refusal"/>.</summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>
    /// How many of them may come from one address, where an IPv6 address counts by its first 64 bits; 0 for as many as there may be.
    /// </summary>
    public int MaxConnectionsPerAddress { get; init; }

    /// <summary>
    /// Descriptors of the process that connections leave to the rest of it: beyond, one that was idle for long is closed for each new one,
    /// or the new one gets <see cref="Refusal"/>. The portable backend spares none.
    /// </summary>
    public int SpareDescriptors { get; init; }

    /// <summary>What is sent to a connection that is one too many before it is closed; as much of it as fits at once.</summary>
    public ReadOnlyMemory<byte> Refusal { get; init; }

    /// <summary>
    /// Told of each connection that is one too many: true, for its address; false, for all together. Called on the core; it must not throw.
    /// </summary>
    public Action<bool>? OnConnectionLimit { get; init; }

    /// <summary>The first receive buffer of a connection, in bytes; at least 4 KiB are used.</summary>
    public int ReceiveBytes { get; init; } = 4096;

    /// <summary>How far a connection's input grows of itself, in bytes; see <see cref="InputBuffer.Limit"/>.</summary>
    public int InputLimitBytes { get; init; } = 64 * 1024;

    /// <summary>A connection stops receiving while it has more than this many bytes to send that the peer does not take.</summary>
    public int OutputHighWaterBytes { get; init; } = 64 * 1024;

    /// <summary>
    /// How long a closed connection still reads and drops what the peer sends, in milliseconds, so that the last answer is not
    /// lost to a reset (RFC 9112 §9.6).
    /// </summary>
    public int LingerMs { get; init; } = 1000;

    /// <summary>True: an IPv6 listener on the unspecified address takes IPv4 connections too.</summary>
    public bool DualStack { get; init; } = true;
}
