using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// The bytes that a peer sent and that nobody has consumed yet, contiguous. An array is rented only while there are any, so an
/// idle connection holds no buffer.
/// </summary>
/// <remarks>
/// Receiving may move the bytes to another place or another array. Keep positions relative to <see cref="Start"/> and slice anew after
/// every return to the core.
/// </remarks>
public sealed class InputBuffer
{
    private readonly BufferPool _pool;

    // The array that a receive in flight writes into. It goes back to the pool only when that receive has completed.
    private byte[]? _lent;

    // Room was asked for and nothing has come yet: the array is kept although nothing is unread.
    private bool _isReserved;

    private byte[]? _held;
    private int _heldOffset;
    private int _heldCount;

    internal InputBuffer(BufferPool pool, int limit)
    {
        _pool = pool;
        Limit = limit;
    }

    /// <summary>The array that holds the unread bytes, pinned; null while there are none.</summary>
    public byte[]? Array { get; private set; }

    /// <summary>Where the unread bytes begin in <see cref="Array"/>.</summary>
    public int Start { get; private set; }

    /// <summary>Where they end.</summary>
    public int End { get; private set; }

    /// <summary>How many bytes are unread.</summary>
    public int Length => End - Start;

    /// <summary>The size of the array, in bytes; 0 without one.</summary>
    public int Capacity => Array?.Length ?? 0;

    /// <summary>
    /// How far the buffer grows of itself, in bytes. When that many are unread the connection stops receiving until some are consumed.
    /// <see cref="EnsureFree"/> goes beyond it.
    /// </summary>
    public int Limit { get; set; }

    /// <summary>
    /// Set while much is on its way: the size in bytes of the array that each receive gets, which begins only when everything before it was
    /// consumed. 0, the usual, is for what comes in small pieces.
    /// </summary>
    public int BulkReceiveBytes { get; set; }

    /// <summary>The unread bytes; valid until control returns to the core.</summary>
    public ReadOnlySpan<byte> Unread => new(Array, Start, Length);

    /// <summary>Drops the first <paramref name="count"/> unread bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public void Consume(int count)
    {
        if ((uint)count > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Larger than the unread bytes.");
        Start += count;
    }

    /// <summary>Makes room for <paramref name="count"/> more bytes, beyond <see cref="Limit"/> if need be.</summary>
    public void EnsureFree(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _isReserved = count > 0;
        MakeRoom(count);
    }

    internal bool IsEmpty => Start == End;

    /// <summary>True while another byte may be received.</summary>
    internal bool HasRoom => BulkReceiveBytes > 0 ? IsEmpty : Length < Math.Max(Limit, Capacity);

    internal int Free => Capacity - End;

    /// <summary>True while received bytes are kept aside, see <see cref="Hold"/>.</summary>
    internal bool HasHeld => _held is not null;

    /// <summary>
    /// Where to receive into: the room that is left, or else an array of its own, so that nothing moves before it is known that
    /// something has come.
    /// </summary>
    internal byte[] BeginReceive(int firstBytes, out int offset)
    {
        PrepareBulk();
        Array ??= _pool.Rent(firstBytes);
        offset = End;
        if (Free > 0)
            return Array;
        offset = 0;
        return _pool.Rent(Capacity);
    }

    /// <summary>The receive into what <see cref="BeginReceive"/> gave brought <paramref name="count"/> bytes.</summary>
    internal void EndReceive(byte[] target, int count)
    {
        if (!ReferenceEquals(target, Array))
        {
            Adopt(target, count);
            return;
        }
        if (count == 0)
            return;
        _isReserved = false;
        End += count;
    }

    /// <summary>
    /// Keeps bytes aside that have come while nobody wants to hear of them: who holds positions in the unread bytes is told of a move
    /// only by hearing of new ones.
    /// </summary>
    internal void Hold(byte[] buffer, int offset, int count) => (_held, _heldOffset, _heldCount) = (buffer, offset, count);

    /// <summary>Puts the bytes that were kept aside behind the unread ones.</summary>
    internal void TakeHeld()
    {
        byte[] held = _held!;
        _held = null;
        if (ReferenceEquals(held, _lent))
            TakeBack(_heldOffset, _heldCount);
        else
            Adopt(held, _heldCount);
    }

    /// <summary>Makes the room that a receive in bulk is to have.</summary>
    internal void PrepareBulk()
    {
        if (BulkReceiveBytes > 0)
            EnsureFree(BulkReceiveBytes);
    }

    /// <summary>Lends the array to a receive in flight.</summary>
    internal byte[] Lend() => _lent = Array!;

    /// <summary>The receive in flight has brought nothing.</summary>
    internal void TakeBackUnused() => TakeBack(End, 0);

    /// <summary>Gives the array back when nothing is unread.</summary>
    internal void ReleaseIfEmpty()
    {
        if (Array is not null && IsEmpty && !_isReserved && !ReferenceEquals(Array, _lent))
            Release();
    }

    /// <summary>Drops everything. An array that is lent stays with the receive in flight.</summary>
    internal void Clear()
    {
        if (_held is not null)
            TakeHeld();
        _isReserved = false;
        Start = End = 0;
        if (ReferenceEquals(Array, _lent))
            Array = null;
        Release();
    }

    private void Adopt(byte[] buffer, int count)
    {
        if (count > 0 && IsEmpty && (_lent is null || !ReferenceEquals(Array, _lent)))
        {
            Release();
            _isReserved = false;
            (Array, Start, End) = (buffer, 0, count);
            return;
        }
        Append(buffer.AsSpan(0, count));
        _pool.Return(buffer);
    }

    private void TakeBack(int offset, int count)
    {
        byte[] lent = _lent!;
        _lent = null;
        if (ReferenceEquals(lent, Array) && offset == End)
        {
            End += count;
            _isReserved &= count == 0;
            return;
        }
        Append(lent.AsSpan(offset, count));
        if (!ReferenceEquals(lent, Array))
            _pool.Return(lent);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _isReserved = false;
        MakeRoom(bytes.Length);
        bytes.CopyTo(Array.AsSpan(End));
        End += bytes.Length;
    }

    private void MakeRoom(int count)
    {
        if (Free >= count)
            return;
        if (Array is not null && Capacity - Length >= count && !ReferenceEquals(Array, _lent))
            MoveTo(Array);
        else
            MoveTo(_pool.Rent(checked(Length + count)));
    }

    private void Release()
    {
        if (Array is not null)
            _pool.Return(Array);
        Array = null;
        Start = End = 0;
    }

    private void MoveTo(byte[] target)
    {
        int length = Length;
        if (Array is not null)
        {
            Array.AsSpan(Start, length).CopyTo(target);
            if (!ReferenceEquals(Array, target) && !ReferenceEquals(Array, _lent))
                _pool.Return(Array);
        }
        (Array, Start, End) = (target, 0, length);
    }
}
