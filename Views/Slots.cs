namespace Stryke.Web.Views;

/// <summary>The named blocks of a page: what <c>ContentFor</c> fills and the layout's <c>Yield(name)</c> shows.</summary>
internal sealed class Slots
{
    private readonly List<(string Name, PageBuffer Buffer)> _slots = [];
    private int _used;

    /// <summary>The block of that name, made when the page does not have it yet.</summary>
    public PageBuffer Open(string name)
    {
        if (Find(name) is { } known)
            return known;
        var buffer = _used < _slots.Count ? _slots[_used].Buffer : new PageBuffer();
        if (_used < _slots.Count)
            _slots[_used] = (name, buffer);
        else
            _slots.Add((name, buffer));
        _used++;
        return buffer;
    }

    public PageBuffer? Find(string name)
    {
        for (int i = 0; i < _used; i++)
        {
            if (_slots[i].Name == name)
                return _slots[i].Buffer;
        }
        return null;
    }

    public void Reset()
    {
        for (int i = 0; i < _used; i++)
            _slots[i].Buffer.Reset();
        _used = 0;
    }
}
