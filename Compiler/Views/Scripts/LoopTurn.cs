namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>
/// How what a loop of the template writes into a script depends on what stands before it: in its next turn that is the loop's own end.
/// </summary>
/// <param name="IsOpen">Whether what was read in the loop so far may depend on that.</param>
/// <param name="Depth">How much was open where the loop started.</param>
/// <param name="Leans">Whether something was decided by it.</param>
internal readonly record struct LoopTurn(bool IsOpen, int Depth, bool Leans)
{
    public static LoopTurn Start(int depth) => new(true, depth, false);

    public LoopTurn Decided() => IsOpen ? this with { Leans = true } : this;

    /// <summary>After a token that means the same whatever came before.</summary>
    public LoopTurn Settled(int depth) => depth <= Depth ? this with { IsOpen = false } : this;

    /// <summary>After a block: it need not have run.</summary>
    public LoopTurn Join(LoopTurn end) => this with { Leans = Leans || end.Leans };
}
