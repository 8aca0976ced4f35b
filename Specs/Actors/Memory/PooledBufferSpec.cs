using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Memory;
using Xunit;

namespace Stryke.Web.Specs.Actors.Memory;

public sealed class PooledBufferSpec
{
    private readonly BufferPool _pool = new();

    [Fact]
    public void Holds_what_was_written_over_every_growth() =>
        Prop.ForAll<NonNegativeInt[]>(sizes =>
            {
                var output = new PooledBuffer(_pool);
                var model = new List<byte>();
                foreach (var size in sizes)
                {
                    byte[] bytes = [.. Enumerable.Range(0, size.Get * 97 % 5000).Select(i => (byte)(i + size.Get))];
                    if (size.Get % 2 == 0)
                    {
                        output.Write(bytes);
                    }
                    else
                    {
                        bytes.CopyTo(output.GetSpan(bytes.Length));
                        output.Advance(bytes.Length);
                    }
                    model.AddRange(bytes);
                }
                bool same = output.Written().SequenceEqual(model.ToArray());
                output.Release();
                return same && _pool.Outstanding == 0;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_shift_forward_opens_a_gap_and_backward_closes_it()
    {
        var output = new PooledBuffer(_pool);
        output.Write("headbody"u8);
        output.Shift(4, 5000);
        Assert.Equal(5008, output.Length);
        Assert.Equal("head"u8, output.Written()[..4]);
        Assert.Equal("body"u8, output.Written(5004));
        output.Shift(5004, -5002);
        Assert.Equal("hebody"u8, output.Written());
    }

    [Fact]
    public void Truncate_takes_back_the_end()
    {
        var output = new PooledBuffer(_pool);
        output.Write("keepdrop"u8);
        output.Truncate(4);
        output.Write("!"u8);
        Assert.Equal("keep!"u8, output.Written());
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Truncate(6));
    }

    [Fact]
    public void Advancing_further_than_there_is_room_is_refused()
    {
        var output = new PooledBuffer(_pool);
        int room = output.GetSpan(10).Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Advance(room + 1));
    }

    [Fact]
    public void What_was_handed_to_a_send_is_not_written_to_again()
    {
        var output = new PooledBuffer(_pool);
        output.Write("sent"u8);
        byte[] sent = output.Detach();
        output.Write("next"u8);
        Assert.NotSame(sent, output.Array);
        Assert.Equal("next"u8, output.Written());
    }

    [Fact]
    public void Clear_keeps_a_small_array_and_returns_a_larger_one()
    {
        var buffer = new PooledBuffer(_pool);
        buffer.Write("small"u8);
        byte[] small = buffer.Array;
        buffer.Clear();
        Assert.Equal((0, 1), (buffer.Length, _pool.Outstanding));
        buffer.Write("again"u8);
        Assert.Same(small, buffer.Array);

        buffer.Write(new byte[BufferPool.SmallestBytes]);
        buffer.Clear();
        Assert.Equal((0, 0), (buffer.Length, _pool.Outstanding));
        Assert.Empty(buffer.Array);
    }

    [Fact]
    public void Release_returns_the_array_once()
    {
        var buffer = new PooledBuffer(_pool);
        buffer.Write("bytes"u8);
        buffer.Release();
        buffer.Release();
        Assert.Equal((0, 0), (buffer.Length, _pool.Outstanding));
    }
}
