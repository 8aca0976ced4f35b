using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Mailboxes;
using Xunit;

namespace Stryke.Web.Specs.Actors.Mailboxes;

public sealed class LocalQueueSpec
{
    [Fact]
    public void Is_a_queue_that_grows_to_its_capacity() =>
        Prop.ForAll<bool[], PositiveInt>(
                (additions, capacity) =>
                {
                    var queue = new LocalQueue<int>(capacity.Get);
                    var model = new Queue<int>();
                    int next = 0;
                    foreach (bool isAddition in additions)
                    {
                        if (isAddition)
                        {
                            bool fits = model.Count < capacity.Get;
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
                        if (queue.Count != model.Count)
                            return false;
                    }
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_its_order_when_it_grows_while_wrapped_round()
    {
        var queue = new LocalQueue<int>();
        for (int i = 0; i < 16; i++)
            queue.TryAdd(i);
        for (int i = 0; i < 10; i++)
            queue.TryTake(out _);
        for (int i = 16; i < 100; i++)
            queue.TryAdd(i);
        var rest = new List<int>();
        while (queue.TryTake(out int item))
            rest.Add(item);
        Assert.Equal(Enumerable.Range(10, 90), rest);
    }
}
