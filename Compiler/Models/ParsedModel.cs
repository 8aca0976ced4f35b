using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>What reading a model gave.</summary>
/// <param name="Model">The model; null when nothing can be generated for it.</param>
/// <param name="Where">Where its name stands; apart from it, so that a line more above it does not write it anew.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ParsedModel(ModelDeclaration? Model, SourceSpan? Where, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Types of its properties that do not exist.</summary>
    public EquatableArray<MisspeltType> MisspeltTypes { get; init; } = EquatableArray<MisspeltType>.Empty;

    /// <summary>The class, when it stands where no model can be.</summary>
    public MisplacedModel? Misplaced { get; init; }
}
