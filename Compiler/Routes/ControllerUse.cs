using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>A token of a controller in <c>Draw</c>.</summary>
internal sealed record ControllerUse(string Token, SourceSpan Where);
