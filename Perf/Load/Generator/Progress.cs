namespace Stryke.Web.Perf.Generator;

/// <summary>What an event has brought a connection to.</summary>
internal enum Progress
{
    /// <summary>It waits for more.</summary>
    Waits,

    /// <summary>An answer is whole, and nothing more is asked on this connection for now.</summary>
    Answered,

    /// <summary>The server has closed it after its last answer.</summary>
    Ended,
}
