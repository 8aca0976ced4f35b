using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>Reads <c>&lt;%@ … %&gt;</c>: the parameters of a view, or <c>using Some.Namespace</c>.</summary>
internal static class ParameterReader
{
    /// <returns>Each parameter with its offset in <paramref name="text"/>; or what is wrong, and where.</returns>
    public static (IReadOnlyList<(ParameterSyntax Parameter, int Offset)> Parameters, string? Error, int ErrorOffset) Read(string text)
    {
        const int Paren = 1;
        var read = new List<(ParameterSyntax, int)>();
        if (string.IsNullOrWhiteSpace(text))
            return (read, "there are none", 0);
        var list = SyntaxFactory.ParseParameterList($"({text}\n)", consumeFullText: true);
        foreach (var diagnostic in list.GetDiagnostics())
        {
            int offset = Math.Min(Math.Max(0, diagnostic.Location.SourceSpan.Start - Paren), text.TrimEnd().Length);
            return (read, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), offset);
        }
        foreach (var parameter in list.Parameters)
        {
            int offset = parameter.SpanStart - Paren;
            if (parameter.Type is null || parameter.Identifier.ValueText.Length == 0)
                return (read, $"'{parameter}' needs a type and a name", offset);
            if (parameter.Modifiers.Count > 0)
                return (read, $"'{parameter.Modifiers[0].Text}' cannot stand here", offset);
            read.Add((parameter, offset));
        }
        return (read, null, 0);
    }

    /// <returns>
    /// The namespace of <c>using Some.Namespace</c> (with <c>static</c> before it, if it was), or null when the text is none.
    /// </returns>
    public static string? Using(string text)
    {
        string trimmed = text.Trim().TrimEnd(';').TrimEnd();
        if (!trimmed.StartsWith("using ", StringComparison.Ordinal))
            return null;
        var unit = SyntaxFactory.ParseCompilationUnit(trimmed + ";");
        bool isUsing = unit.Usings.Count == 1 && unit.Members.Count == 0 && !unit.ContainsDiagnostics;
        return isUsing ? trimmed.Substring("using ".Length) : null;
    }
}
