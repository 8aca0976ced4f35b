using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>What reading one controller gives: the model when its dispatch can be written, and what is wrong.</summary>
internal sealed record ParsedController(ControllerModel Model, bool CanDispatch, EquatableArray<DiagnosticInfo> Diagnostics);
