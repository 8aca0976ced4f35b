using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;

namespace Stryke.Web.Compiler.Views.Uses;

/// <summary>
/// Writes what stands in for views that are not there, so that the compiler's own complaint does not stand beside STRYKE301.
/// </summary>
internal static class MissingViewsEmitter
{
    private const string Throw = "throw new global::System.NotSupportedException();";

    public static string Emit(EquatableArray<ViewUse> missing, ViewSettings settings)
    {
        var code = new CodeWriter().Header("calls of views that are not there");
        code.Line($"namespace {settings.Namespace};").Line();
        foreach (var calls in missing.GroupBy(use => use.Name))
        {
            WriteMethod(code, calls.Key.Split('.'), [.. calls]);
            code.Line();
        }
        code.Line("/// <summary>A view that is not there.</summary>");
        using (code.Block("internal readonly struct MissingView : global::Stryke.Web.Views.IView"))
        {
            code.Line("/// <inheritdoc/>");
            code.Line($"public void Render(global::Stryke.Web.Views.Template appTemplate) => {Throw}");
            if (settings.HasResults)
            {
                code.Line();
                code.Line("/// <summary>The page of this view, as an action returns it.</summary>");
                code.Line($"public static implicit operator global::Stryke.Web.Controllers.Result(MissingView view) => {Throw}");
            }
        }
        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, string[] name, IReadOnlyList<ViewUse> calls)
    {
        var scopes = new Stack<CodeWriter.Scope>();
        foreach (string type in name.Take(name.Length - 1).Prepend("Views"))
            scopes.Push(code.Block($"internal static partial class {type}"));
        var parameters = Enumerable
            .Range(1, calls.Max(call => call.Positional))
            .Select(number => $"argument{number}")
            .Concat(calls.SelectMany(call => call.Named))
            .Distinct()
            .Select(parameter => $"object? {parameter} = null");
        code.Line("/// <summary>Not there.</summary>");
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Line($"internal static MissingView {name[name.Length - 1]}({string.Join(", ", parameters)}) => default;");
        while (scopes.Count > 0)
            scopes.Pop().Dispose();
    }
}
