using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Stryke.Web.Actors.Mailboxes;

/// <summary>
/// A bounded lock-free queue with many producers and one consumer (Dmitry Vyukov's array queue). Each cell carries the number of
/// the turn in which it may next be written or read, so that a producer owns its cell after one compare-and-swap.
/// </summary>
internal sealed class MpscQueue<T>
{
    private readonly Cell[] _cells;
    private readonly int _mask;
    private MpscPositions _positions;

    /// <param name="capacity">How many items fit; rounded up to a power of two, at least 2.</param>
    internal MpscQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 2));
        _cells = new Cell[size];
        _mask = size - 1;
        for (int i = 0; i < size; i++)
            _cells[i].Turn = i;
    }

    internal int Capacity => _cells.Length;

    internal bool IsEmpty => Volatile.Read(ref _cells[(int)(_positions.Head & _mask)].Turn) != _positions.Head + 1;

    /// <summary>False when the queue is full. From any thread.</summary>
    internal bool TryAdd(T item)
    {
        long position = Volatile.Read(ref _positions.Tail);
        while (true)
        {
            ref var cell = ref _cells[(int)(position & _mask)];
            long turn = Volatile.Read(ref cell.Turn);
            if (turn == position)
            {
                long seen = Interlocked.CompareExchange(ref _positions.Tail, position + 1, position);
                if (seen == position)
                {
                    cell.Item = item;
                    Volatile.Write(ref cell.Turn, position + 1);
                    return true;
                }
                position = seen;
            }
            else if (turn < position)
            {
                return false;
            }
            else
            {
                position = Volatile.Read(ref _positions.Tail);
            }
        }
    }

    /// <summary>False when nothing is ready. Only the owner calls it.</summary>
    internal bool TryTake([MaybeNullWhen(false)] out T item)
    {
        long head = _positions.Head;
        ref var cell = ref _cells[(int)(head & _mask)];
        if (Volatile.Read(ref cell.Turn) != head + 1)
        {
            item = default;
            return false;
        }
        item = cell.Item!;
        cell.Item = default;
        Volatile.Write(ref cell.Turn, head + _cells.Length);
        _positions.Head = head + 1;
        return true;
    }

    private struct Cell
    {
        internal long Turn;
        internal T? Item;
    }
}
