using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Views.Html;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>A piece of a view's body.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Text">Static text, or C# as it stands in the template.</param>
/// <param name="Lines">Where the C# stands in the template.</param>
/// <param name="Escape">How a value is escaped.</param>
/// <param name="Depth">How many blocks it stands in.</param>
internal sealed record ViewNode(ViewNodeKind Kind, string Text, LinePositionSpan Lines, HtmlEscape Escape, int Depth);
