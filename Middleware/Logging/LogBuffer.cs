using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// The lines of one thread on their way to the log: a ring that one thread fills and another empties, without a lock between them.
/// </summary>
internal sealed class LogBuffer
{
    private readonly LogWriter _log;
    private readonly byte[] _ring;
    private readonly int _mask;
    private long _taken;
    private long _written;
    private long _dropped;
    private bool _isAnnounced;
    private bool _isFlushRequested;

    /// <param name="log">Whose buffer it is.</param>
    /// <param name="owner">The core whose thread fills it; null for the buffer that other threads share, one at a time.</param>
    /// <param name="bytes">A power of two.</param>
    public LogBuffer(LogWriter log, Core? owner, int bytes)
    {
        if (bytes <= 0 || (bytes & (bytes - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "Must be a power of two.");
        _log = log;
        Owner = owner;
        _ring = GC.AllocateUninitializedArray<byte>(bytes);
        _mask = bytes - 1;
    }

    public Core? Owner { get; }

    /// <summary>Lines for which there was no room.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    public bool IsEmpty => Volatile.Read(ref _written) == Volatile.Read(ref _taken);

    /// <summary>Puts a line in. For the thread that fills.</summary>
    public void Write(ReadOnlySpan<byte> line)
    {
        int pending = (int)(_written - Volatile.Read(ref _taken)) + line.Length + 1;
        if (pending > _ring.Length)
        {
            Volatile.Write(ref _dropped, _dropped + 1);
        }
        else
        {
            Put(line);

            // A full fence: either the other thread sees the line, or this one sees that it has gone and is to be called again.
            Interlocked.Exchange(ref _written, _written + line.Length + 1);
        }

        if (!Volatile.Read(ref _isAnnounced))
        {
            Volatile.Write(ref _isAnnounced, true);
            _log.WriteLater();
        }
        else if (pending > _ring.Length / 2 && !Volatile.Read(ref _isFlushRequested))
        {
            Volatile.Write(ref _isFlushRequested, true);
            _log.WriteSoon();
        }
    }

    /// <summary>Takes everything out. For the thread that empties.</summary>
    /// <returns>Lines that the stream refused.</returns>
    public long WriteTo(Stream output)
    {
        Volatile.Write(ref _isFlushRequested, false);
        Volatile.Write(ref _isAnnounced, false);
        Interlocked.MemoryBarrier();
        long end = Volatile.Read(ref _written);
        try
        {
            while (_taken < end)
            {
                var piece = NextPiece(end);
                output.Write(_ring, piece.Offset, piece.Count);
                Volatile.Write(ref _taken, _taken + piece.Count);
            }

            return 0;
        }
        catch (Exception failed) when (failed is IOException or ObjectDisposedException)
        {
            // Whoever read the log has gone, or the disk is full. Requests must not fail because of it; what is lost is counted.
            return Drop(end);
        }
    }

    private void Put(ReadOnlySpan<byte> line)
    {
        int at = (int)_written & _mask;
        int first = Math.Min(line.Length, _ring.Length - at);
        line[..first].CopyTo(_ring.AsSpan(at));
        line[first..].CopyTo(_ring);
        _ring[(at + line.Length) & _mask] = (byte)'\n';
    }

    private (int Offset, int Count) NextPiece(long end)
    {
        int at = (int)_taken & _mask;
        return (at, (int)Math.Min(end - _taken, _ring.Length - at));
    }

    private long Drop(long end)
    {
        long lines = 0;
        while (_taken < end)
        {
            var piece = NextPiece(end);
            lines += _ring.AsSpan(piece.Offset, piece.Count).Count((byte)'\n');
            Volatile.Write(ref _taken, _taken + piece.Count);
        }

        return lines;
    }
}
