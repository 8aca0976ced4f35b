namespace Stryke.Web.Perf.Attack;

/// <summary>What a slow client is slow in.</summary>
internal enum SlowKind
{
    /// <summary>A head that never ends (slowloris).</summary>
    Head,

    /// <summary>A body that never ends (slow POST).</summary>
    Body,

    /// <summary>Taking a file.</summary>
    FileReader,

    /// <summary>Taking a body that is written as it is taken.</summary>
    StreamReader,

    /// <summary>Taking a body that was whole from the beginning.</summary>
    WholeReader,

    /// <summary>Everything: connected, and not a byte.</summary>
    Mute,
}
