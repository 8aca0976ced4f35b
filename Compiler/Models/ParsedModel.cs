using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>What reading a model gave.</summary>
/// <param name="Model">The model; null when nothing can be generated for it.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ParsedModel(ModelDeclaration? Model, EquatableArray<DiagnosticInfo> Diagnostics);
