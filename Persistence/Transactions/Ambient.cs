namespace Stryke.Web.Persistence.Transactions;

/// <summary>Which database and which transaction a flow of calls is in. It follows awaits, whichever thread they come back on.</summary>
internal sealed record Ambient(Database Database, TransactionScope? Transaction)
{
    private static readonly AsyncLocal<Ambient?> Flow = new();

    public static Ambient? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public static IDisposable Enter(Database database)
    {
        var leave = new Restore(Current);
        Current = new Ambient(database, null);
        return leave;
    }

    private sealed class Restore(Ambient? outer) : IDisposable
    {
        public void Dispose() => Current = outer;
    }
}
