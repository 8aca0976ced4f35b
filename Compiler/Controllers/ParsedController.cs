using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>What reading one controller gives: the model, and what is wrong.</summary>
internal sealed record ParsedController(ControllerModel Model, EquatableArray<DiagnosticInfo> Diagnostics);
