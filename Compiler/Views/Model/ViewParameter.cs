using Microsoft.CodeAnalysis.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>A parameter of a view.</summary>
/// <param name="Type">Its type, as it is written.</param>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Default">Its default with the equals sign, or empty.</param>
/// <param name="Lines">Where it stands in the template.</param>
internal sealed record ViewParameter(string Type, string Name, string Default, LinePositionSpan Lines);
