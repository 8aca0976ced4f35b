using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Actors.Mailboxes;

/// <summary>A first-in first-out ring for one thread. It grows by doubling up to its capacity and allocates nothing in between.</summary>
internal sealed class LocalQueue<T>
{
    private readonly int _capacity;
    private T[] _items;
    private int _head;

    internal LocalQueue(int capacity = int.MaxValue)
    {
        _capacity = capacity;
        _items = [];
    }

    internal int Count { get; private set; }

    /// <summary>False when the queue holds as many items as it may.</summary>
    internal bool TryAdd(T item)
    {
        if (Count == _items.Length && !TryGrow())
            return false;
        int tail = _head + Count;
        if (tail >= _items.Length)
            tail -= _items.Length;
        _items[tail] = item;
        Count++;
        return true;
    }

    internal bool TryTake([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }
        item = _items[_head];
        _items[_head] = default!;
        if (++_head == _items.Length)
            _head = 0;
        Count--;
        return true;
    }

    private bool TryGrow()
    {
        int size = (int)Math.Min(_capacity, Math.Max(16L, _items.Length * 2L));
        if (size <= _items.Length)
            return false;
        var items = new T[size];
        for (int i = 0; i < Count; i++)
            items[i] = _items[(_head + i) % _items.Length];
        _items = items;
        _head = 0;
        return true;
    }
}
