namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>What a contender is to the table.</summary>
internal enum ContenderKind
{
    /// <summary>Stryke Web.</summary>
    Ours,

    /// <summary>A bare loop that answers a constant: the measuring stick.</summary>
    Floor,

    /// <summary>Somebody else's server.</summary>
    Peer,
}
