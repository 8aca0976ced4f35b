using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Mailboxes;
using Xunit;

namespace Stryke.Web.Specs.Actors.Mailboxes;

public sealed class MpscQueueSpec
{
    [Fact]
    public void Is_a_bounded_queue() =>
        Prop.ForAll<bool[], PositiveInt>(
                (additions, capacity) =>
                {
                    var queue = new MpscQueue<int>(capacity.Get);
                    var model = new Queue<int>();
                    int next = 0;
                    foreach (bool isAddition in additions)
                    {
                        if (isAddition)
                        {
                            bool fits = model.Count < queue.Capacity;
                            if (queue.TryAdd(next) != fits)
                                return false;
                            if (fits)
                                model.Enqueue(next);
                            next++;
                        }
                        else if (queue.TryTake(out int taken) != model.TryDequeue(out int expected) || taken != expected)
                        {
                            return false;
                        }
                        if (queue.IsEmpty != (model.Count == 0))
                            return false;
                    }
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task With_many_producers_nothing_is_lost_doubled_or_overtaken()
    {
        const int Producers = 4;
        const int Each = 50_000;
        var queue = new MpscQueue<(int Producer, int Number)>(128);
        var producing = Enumerable
            .Range(0, Producers)
            .Select(producer =>
                Task.Run(() =>
                {
                    for (int number = 0; number < Each; number++)
                    {
                        while (!queue.TryAdd((producer, number)))
                            Thread.Yield();
                    }
                })
            )
            .ToArray();
        int[] next = new int[Producers];
        for (int taken = 0; taken < Producers * Each; )
        {
            if (!queue.TryTake(out var item))
            {
                Thread.Yield();
                continue;
            }
            Assert.Equal(next[item.Producer]++, item.Number);
            taken++;
        }
        await Task.WhenAll(producing);
        Assert.True(queue.IsEmpty);
    }
}
