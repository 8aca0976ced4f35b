using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Html;
using Stryke.Web.Compiler.Views.Model;

namespace Stryke.Web.Compiler.Views.Emit;

/// <summary>
/// Writes the statements of a view's method. What comes from the template is mapped to it character by character; what writes the
/// static text is hidden from the debugger.
/// </summary>
/// <param name="code">Where they go.</param>
/// <param name="path">The template's file.</param>
internal sealed class BodyEmitter(CodeWriter code, string path)
{
    // Within the class and the method.
    private const int BodyDepth = 2;

    // What stands before the body is.
    private bool _hidden = true;

    public void Write(EquatableArray<ViewNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node.Kind)
            {
                case ViewNodeKind.Literal:
                    WriteLiteral(node);
                    break;
                case ViewNodeKind.Code:
                    WriteMapped(node, "", "");
                    break;
                default:
                    WriteMapped(node, $"Out.{Method(node.Escape)}(", ");");
                    break;
            }
        }
        Hide();
    }

    private void WriteLiteral(ViewNode node)
    {
        Hide();
        string indentation = Indentation(node);
        foreach (var lines in LiteralWriter.Split(node.Text))
        {
            code.Raw($"{indentation}Out.Literal(");
            code.Raw(string.Join($" +\n{indentation}            ", lines));
            code.Raw(");\n");
        }
    }

    private void WriteMapped(ViewNode node, string before, string after)
    {
        string start = Indentation(node) + before;
        // A comment at the end of the template's C# must not swallow ours.
        bool comment = after.Length > 0 && node.Text.LastIndexOf("//", StringComparison.Ordinal) > node.Text.LastIndexOf('\n');
        code.Directive(LineDirective.To(node.Lines, start.Length, path));
        code.Raw(start).Raw(node.Text).Raw(comment ? "\n" + after : after).Raw("\n");
        _hidden = false;
    }

    private void Hide()
    {
        if (!_hidden)
            code.Directive(LineDirective.Hidden);
        _hidden = true;
    }

    private static string Method(HtmlEscape escape) => escape.ToString();

    private static string Indentation(ViewNode node) => new(' ', (BodyDepth + node.Depth) * CodeWriter.Indentation);
}
