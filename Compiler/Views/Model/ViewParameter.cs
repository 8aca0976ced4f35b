using Microsoft.CodeAnalysis.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>A parameter of a view.</summary>
/// <param name="Type">Its type, as it is written, without the question mark of one that may be null.</param>
/// <param name="IsNullable">Whether there is that question mark.</param>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Default">Its name with its default, as they are written; empty when it has none.</param>
/// <param name="Lines">Where it stands in the template.</param>
/// <param name="NameLines">Where it stands from its name on.</param>
internal sealed record ViewParameter(
    string Type,
    bool IsNullable,
    string Name,
    string Default,
    LinePositionSpan Lines,
    LinePositionSpan NameLines
)
{
    public bool HasDefault => Default.Length > 0;
}
