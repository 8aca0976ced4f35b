using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Memory;
using Xunit;

namespace Stryke.Web.Specs.Actors.Memory;

public sealed class BufferPoolSpec
{
    [Fact]
    public void What_is_rented_is_large_enough_and_never_rented_twice() =>
        Prop.ForAll<NonNegativeInt[]>(lengths =>
            {
                var pool = new BufferPool();
                var rented = new List<byte[]>();
                foreach (var length in lengths)
                {
                    // Sizes from a few bytes to a few megabytes; every third comes back before the next is rented.
                    int wanted = length.Get * length.Get * 997 % (4 << 20);
                    byte[] buffer = pool.Rent(wanted);
                    if (buffer.Length < wanted || rented.Any(other => ReferenceEquals(other, buffer)))
                        return false;
                    rented.Add(buffer);
                    if (rented.Count % 3 == 0)
                    {
                        pool.Return(rented[0]);
                        rented.RemoveAt(0);
                    }
                }
                return pool.Outstanding == rented.Count;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 4096)]
    [InlineData(4096, 4096)]
    [InlineData(4097, 8192)]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData((1 << 20) + 1, 1 << 21)]
    public void Sizes_are_powers_of_two_from_four_kilobytes(int wanted, int expected) =>
        Assert.Equal(expected, new BufferPool().Rent(wanted).Length);

    [Fact]
    public void The_last_returned_is_the_first_rented()
    {
        var pool = new BufferPool();
        byte[] first = pool.Rent(1);
        byte[] second = pool.Rent(1);
        pool.Return(first);
        pool.Return(second);
        Assert.Same(second, pool.Rent(1));
        Assert.Same(first, pool.Rent(1));
    }

    [Fact]
    public void Renting_again_allocates_nothing()
    {
        var pool = new BufferPool();
        pool.Return(pool.Rent(5000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            pool.Return(pool.Rent(5000));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_array_of_a_foreign_size_is_refused() => Assert.Throws<ArgumentException>(() => new BufferPool().Return(new byte[5000]));

    [Fact]
    public void Arrays_that_were_not_needed_since_the_last_trim_are_let_go_of()
    {
        var pool = new BufferPool();
        byte[][] burst = [.. Enumerable.Range(0, 10).Select(_ => pool.Rent(4096))];
        foreach (byte[] array in burst)
            pool.Return(array);

        // In this period all of them were rented.
        Assert.Equal(0, pool.Trim());
        byte[] first = pool.Rent(4096);
        byte[] second = pool.Rent(4096);
        pool.Return(second);
        pool.Return(first);
        Assert.Equal(8 * 4096, pool.Trim());
        Assert.Same(first, pool.Rent(4096));
        Assert.Same(second, pool.Rent(4096));
        byte[] third = pool.Rent(4096);
        Assert.DoesNotContain(burst, array => ReferenceEquals(array, third));
    }
}
