namespace Stryke.Web.Persistence;

/// <summary>Where the database is and how it is used: <c>config/database.toml</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The file of the database. Its folder must exist; the file is made when it does not.</summary>
    public required string Path { get; init; }

    /// <summary>How long a statement waits for another process that holds the database, in milliseconds.</summary>
    public int BusyTimeoutMs { get; init; } = 5_000;

    /// <summary>
    /// How long a transaction may wait for its own next statement before it is rolled back, in milliseconds: all other writes wait for it.
    /// </summary>
    public int TransactionIdleTimeoutMs { get; init; } = 30_000;

    /// <summary>
    /// How many writes may wait for their turn before the next is refused (<see cref="DatabaseBusyException"/>), and how many statements of
    /// one transaction may. At least 1.
    /// </summary>
    public int WriteQueueCapacity { get; init; } = 65_536;
}
