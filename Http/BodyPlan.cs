namespace Stryke.Web.Http;

/// <summary>How an application wants the body of a request: whole before it is called, or as it arrives; and how large it may be.</summary>
public readonly struct BodyPlan
{
    private readonly long _maxBytes;

    private BodyPlan(bool isStreamed) => IsStreamed = isStreamed;

    private BodyPlan(long maxBytes, bool isStreamed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);

        // One more than what was asked for, so that the default value is told from a limit of no bytes.
        _maxBytes = Math.Min(maxBytes, long.MaxValue - 1) + 1;
        IsStreamed = isStreamed;
    }

    /// <summary>Whole, and at most <see cref="HttpOptions.MaxBodyBytes"/>.</summary>
    public static BodyPlan Default => default;

    /// <summary>As it arrives, and at most <see cref="HttpOptions.MaxBodyBytes"/>.</summary>
    public static BodyPlan Streamed => new(isStreamed: true);

    /// <summary>True: the application is called at once and reads <see cref="HttpExchange.RequestBody"/>.</summary>
    public bool IsStreamed { get; }

    /// <summary>Whole, in memory, before the application is called.</summary>
    /// <param name="maxBytes">Largest body, decoded; 413 above it. No more than <see cref="HttpOptions.LargestBufferedBodyBytes"/> are kept.</param>
    public static BodyPlan Buffer(long maxBytes) => new(maxBytes, isStreamed: false);

    /// <summary>As it arrives, with backpressure: what the application does not read stays with the client.</summary>
    /// <param name="maxBytes">Largest body, decoded; 413 above it.</param>
    public static BodyPlan Stream(long maxBytes) => new(maxBytes, isStreamed: true);

    /// <summary>The same limit for a body that is read as it arrives.</summary>
    public BodyPlan AsStreamed() => _maxBytes == 0 ? Streamed : new(_maxBytes - 1, isStreamed: true);

    /// <summary>The limit in bytes, with that of the server where the plan has none.</summary>
    internal long MaxBytes(HttpOptions options)
    {
        long wanted = _maxBytes == 0 ? options.MaxBodyBytes : _maxBytes - 1;
        return IsStreamed ? wanted : Math.Min(wanted, HttpOptions.LargestBufferedBodyBytes);
    }
}
