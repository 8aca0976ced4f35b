namespace LoadApp;

/// <summary>A dozen rows, two of which must be escaped or must survive as UTF-8.</summary>
public sealed class FortuneSeeds : Seeds
{
    private static readonly string[] Messages =
    [
        "A bad plan that runs beats a good one that does not.",
        "A computer does what you say, which is rarely what you mean.",
        "Any program that works is already out of date.",
        "Cache nothing that you cannot forget.",
        "Every queue is bounded; the question is by what.",
        "He who measures once measures noise.",
        "The fastest request is the one that was not made.",
        "There are two hard things: names, caches, and counting.",
        "What is not tested is a rumour.",
        "<script>alert('This must be shown, not run.');</script>",
        "フレームワークのベンチマーク",
        "Weeks of coding can save you hours of planning.",
    ];

    public override async Task Run()
    {
        foreach (string message in Messages)
            await new Fortune { Message = message }.Save();
    }
}
