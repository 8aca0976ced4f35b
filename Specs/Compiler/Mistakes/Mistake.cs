namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>One mistake in the app of <see cref="WholeAppFiles"/>, and the one diagnostic that it must bring.</summary>
/// <param name="Id">The diagnostic's id, ours or C#'s.</param>
/// <param name="Says">A part of its message.</param>
/// <param name="File">The file that the mistake is in.</param>
/// <param name="Passage">What stands there when it is right.</param>
/// <param name="Instead">What its author wrote; ¦ marks the line that the diagnostic must be at.</param>
public sealed record Mistake(string Id, string Says, string File, string Passage, string Instead)
{
    /// <summary>The mistake as it stands in the file.</summary>
    public string Written => Instead.Replace("¦", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Written}";
}
