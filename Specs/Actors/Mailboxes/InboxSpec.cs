using Stryke.Web.Actors.Mailboxes;
using Xunit;

namespace Stryke.Web.Specs.Actors.Mailboxes;

public sealed class InboxSpec
{
    [Fact]
    public void Everything_comes_out_at_once_oldest_first()
    {
        var inbox = new Inbox();
        Assert.True(inbox.IsEmpty);
        for (int i = 0; i < 3; i++)
            inbox.Add(new Numbered(i));
        Assert.False(inbox.IsEmpty);
        Assert.Equal([0, 1, 2], Take(inbox));
        Assert.Null(inbox.TakeAll());
    }

    [Fact]
    public async Task With_many_producers_nothing_is_lost_and_each_keeps_its_order()
    {
        var inbox = new Inbox();
        var producing = Enumerable
            .Range(0, 4)
            .Select(producer =>
                Task.Run(() =>
                {
                    for (int i = 0; i < 25_000; i++)
                        inbox.Add(new Numbered((producer * 1_000_000) + i));
                })
            )
            .ToArray();
        var last = new Dictionary<int, int>();
        for (int taken = 0; taken < 100_000; )
        {
            foreach (int number in Take(inbox))
            {
                int producer = number / 1_000_000;
                Assert.True(!last.TryGetValue(producer, out int before) || number == before + 1);
                last[producer] = number;
                taken++;
            }
        }
        await Task.WhenAll(producing);
    }

    private static List<int> Take(Inbox inbox)
    {
        var numbers = new List<int>();
        for (var node = inbox.TakeAll(); node is not null; node = node.NextInInbox)
            numbers.Add(((Numbered)node).Number);
        return numbers;
    }

    private sealed class Numbered(int number) : InboxNode
    {
        public int Number { get; } = number;

        internal override void Run() { }
    }
}
