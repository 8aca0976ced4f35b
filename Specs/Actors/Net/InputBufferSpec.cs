using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

public sealed class InputBufferSpec
{
    private readonly BufferPool _pool = new();

    [Fact]
    public void In_bulk_a_receive_gets_a_large_array_and_waits_until_everything_is_consumed()
    {
        var input = new InputBuffer(_pool, 8192);
        input.BulkReceiveBytes = 64 * 1024;
        byte[] target = input.BeginReceive(4096, out int offset);
        Assert.Equal((64 * 1024, 0), (target.Length, offset));
        input.EndReceive(target, 100);
        Assert.False(input.HasRoom);
        input.Consume(99);
        Assert.False(input.HasRoom);
        input.Consume(1);
        Assert.True(input.HasRoom);
        input.BulkReceiveBytes = 0;
        input.ReleaseIfEmpty();
        Assert.Equal(4096, input.BeginReceive(4096, out _).Length);
    }

    [Fact]
    public void Bytes_come_out_as_they_came_in_whatever_way_they_took() =>
        Prop.ForAll<(int Action, int Size)[]>(steps =>
            {
                var pool = new BufferPool();
                var run = new Run(pool);
                foreach (var (action, size) in steps)
                    run.Step((int)((uint)action % 7), (int)((uint)(size * 613) % 9000));
                bool same = run.IsSame;
                run.End();
                return same && pool.Outstanding == 0;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Without_unread_bytes_it_holds_no_array()
    {
        var input = new InputBuffer(_pool, 65536);
        Assert.Null(input.Array);
        Receive(input, 100);
        input.Consume(100);
        input.ReleaseIfEmpty();
        Assert.Null(input.Array);
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public void Room_that_was_asked_for_is_kept_although_nothing_is_unread()
    {
        var input = new InputBuffer(_pool, 65536);
        input.EnsureFree(100_000);
        input.ReleaseIfEmpty();
        Assert.InRange(input.Free, 100_000, int.MaxValue);
        Receive(input, 10);
        input.Consume(10);
        input.ReleaseIfEmpty();
        Assert.Null(input.Array);
    }

    [Fact]
    public void Nothing_moves_before_something_has_come()
    {
        var input = new InputBuffer(_pool, 65536);
        Receive(input, 4096);
        input.Consume(1000);
        byte[]? array = input.Array;
        byte[] target = input.BeginReceive(4096, out _);
        input.EndReceive(target, 0);
        Assert.Same(array, input.Array);
        Assert.Equal(1000, input.Start);
        Assert.Equal(1, _pool.Outstanding);
    }

    [Fact]
    public void At_its_limit_there_is_no_room()
    {
        var input = new InputBuffer(_pool, 8192);
        Receive(input, 4096);
        Assert.True(input.HasRoom);
        Receive(input, 4096);
        Assert.False(input.HasRoom);
        input.Consume(1);
        Assert.True(input.HasRoom);
    }

    [Fact]
    public void More_than_is_unread_cannot_be_consumed()
    {
        var input = new InputBuffer(_pool, 8192);
        Receive(input, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => input.Consume(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => input.Consume(-1));
    }

    private static void Receive(InputBuffer input, int count)
    {
        byte[] target = input.BeginReceive(4096, out int offset);
        input.EndReceive(target, Math.Min(count, target.Length - offset));
    }

    /// <summary>The buffer beside its model, a list of bytes; receives take all the ways that the backends use.</summary>
    private sealed class Run(BufferPool pool)
    {
        private readonly InputBuffer _input = new(pool, 65536);
        private readonly List<byte> _model = [];
        private byte[]? _lent;
        private int _lentOffset;
        private byte _next;

        public bool IsSame { get; private set; } = true;

        public void Step(int action, int size)
        {
            switch (action)
            {
                case 0 when _lent is null && !_input.HasHeld:
                    byte[] target = _input.BeginReceive(4096, out int offset);
                    _input.EndReceive(target, Fill(target, offset, size));
                    break;
                case 1 when _lent is null && !_input.HasHeld:
                    byte[] provided = pool.Rent(4096);
                    _input.Hold(provided, 0, Fill(provided, 0, Math.Max(size, 1)));
                    _input.TakeHeld();
                    break;
                case 2 when _lent is null && !_input.HasHeld && _input.Free > 0:
                    _lentOffset = _input.End;
                    _lent = _input.Lend();
                    break;
                case 3 when _lent is not null:
                    _input.Hold(_lent, _lentOffset, Fill(_lent, _lentOffset, size));
                    _input.TakeHeld();
                    _lent = null;
                    break;
                case 4:
                    int count = Math.Min(size, _input.Length);
                    _input.Consume(count);
                    _model.RemoveRange(0, count);
                    break;
                case 5:
                    _input.EnsureFree(size);
                    IsSame &= _input.Free >= size;
                    break;
                default:
                    _input.ReleaseIfEmpty();
                    break;
            }
            IsSame &= _input.Unread.SequenceEqual(_model.ToArray());
        }

        public void End()
        {
            if (_lent is not null)
                _input.TakeBackUnused();
            _input.Clear();
        }

        private int Fill(byte[] target, int offset, int size)
        {
            int count = Math.Min(size, target.Length - offset);
            for (int i = 0; i < count; i++)
            {
                target[offset + i] = ++_next;
                _model.Add(_next);
            }
            return count;
        }
    }
}
