using Microsoft.CodeAnalysis.Text;

namespace Stryke.Web.Compiler.Views.Emit;

/// <summary>
/// The enhanced <c>#line</c> of C# 10: characters of the next line from <c>offset</c> on are, one by one, those of the template. The
/// compiler's errors and the debugger's breakpoints land there.
/// </summary>
internal static class LineDirective
{
    public const string Hidden = "#line hidden";

    /// <param name="lines">Where the C# stands in the template.</param>
    /// <param name="offset">How many characters of the generated line come before it.</param>
    /// <param name="path">The template's file.</param>
    public static string To(LinePositionSpan lines, int offset, string path)
    {
        string characters = offset > 0 ? $" {offset}" : "";
        return $"#line ({lines.Start.Line + 1}, {lines.Start.Character + 1}) - ({lines.End.Line + 1}, "
            + $"{lines.End.Character + 1}){characters} \"{path}\"";
    }
}
