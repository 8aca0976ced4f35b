using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;

namespace Stryke.Web.Compiler.Views.Emit;

/// <summary>Writes what <c>AppTemplate</c> is beside its views: its base, and which layout is which.</summary>
internal static class TemplateEmitter
{
    public static string Emit(ViewSettings settings, EquatableArray<ViewName> layouts)
    {
        var code = new CodeWriter().Header("app/views");
        code.Line($"namespace {settings.Namespace};").Line();
        code.Line(
            "/// <summary>Renders this app's views. Members that a part of this class adds in app/views or app/helpers are in scope "
                + "in every template.</summary>"
        );
        using (code.Block("public sealed partial class AppTemplate : global::Stryke.Web.Views.Template"))
        {
            code.Line("/// <inheritdoc/>");
            using (code.Block("protected override bool RenderLayout(string name)"))
            {
                if (layouts.Count > 0)
                    WriteSwitch(code, layouts);
                else
                    code.Line("return false;");
            }
        }
        return code.ToString();
    }

    private static void WriteSwitch(CodeWriter code, EquatableArray<ViewName> layouts)
    {
        using (code.Block("switch (name)"))
        {
            foreach (var layout in layouts)
            {
                code.Line($"case \"{layout.Layout}\":");
                code.Line($"    {ViewEmitter.WriteMethod(layout)}();");
                code.Line("    return true;");
            }
            code.Line("default:");
            code.Line("    return false;");
        }
    }
}
