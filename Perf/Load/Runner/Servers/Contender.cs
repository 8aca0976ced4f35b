namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>A server under comparison, and how it is started.</summary>
/// <param name="Key">Its name on the command line.</param>
/// <param name="Name">Its name in the table.</param>
/// <param name="Program">The file that <c>bin/bench</c> has made for it; without it the contender is left out.</param>
/// <param name="Command">The program and its arguments for a port.</param>
/// <param name="Rows">Keys of the rows that it can answer.</param>
internal sealed record Contender(string Key, string Name, string Program, Func<int, string[]> Command, IReadOnlyList<string> Rows)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Commands of <see cref="Program"/> that come before serving.</summary>
    public IReadOnlyList<string> Preparations { get; init; } = [];

    public ContenderKind Kind { get; init; } = ContenderKind.Peer;

    /// <summary>Whether uploads need a session and its token, which <c>/token</c> gives out.</summary>
    public bool AsksForToken { get; init; }
}
