using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>What one call of <c>Json(…)</c> needs: the type that it writes and all types below it, and what is wrong with them.</summary>
internal sealed record JsonGraph(string? Root, EquatableArray<JsonType> Types, EquatableArray<DiagnosticInfo> Diagnostics);
