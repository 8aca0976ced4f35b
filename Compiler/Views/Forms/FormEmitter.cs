using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Views.Forms;

/// <summary>Writes the form of one model: <c>PostForm</c>, and the <c>FormFor(post)</c> that opens one.</summary>
internal static class FormEmitter
{
    public static string Emit(FormModel model, bool hasPaths, ViewSettings settings)
    {
        string type = model.Qualify(model.Name),
            form = model.Qualify(model.Name + "Form");
        var code = new CodeWriter().Header($"the model {model.Name}");
        if (model.Namespace.Length == 0)
        {
            WriteForm(code, model);
        }
        else
        {
            using (code.Block($"namespace {model.Namespace}"))
                WriteForm(code, model);
        }

        code.Line();
        using (code.Block($"namespace {settings.Namespace}"))
            WriteFormFor(code, model, type, form, hasPaths, settings);
        return code.ToString();
    }

    private static void WriteForm(CodeWriter code, FormModel model)
    {
        string type = model.Qualify(model.Name),
            columns = model.Qualify(model.Name + "Columns");
        const string Column = "global::Stryke.Web.Persistence.Column";
        const string Kind = "global::Stryke.Web.Persistence.Sessions.DbKind";
        const string Field = "global::Stryke.Web.Views.Forms.FormField";

        code.Line($"/// <summary>A form for a {model.Name}. <c>FormFor</c> opens it; disposing closes it.</summary>");
        code.Line($"internal sealed class {model.Name}Form : global::Stryke.Web.Views.Forms.FormBuilder<{columns}, {Column}>");
        using (code.Block())
        {
            code.Line($"private readonly {type} _model;").Line();
            code.Line(
                $"internal {model.Name}Form(global::Stryke.Web.Views.Template template, {type} model, string action, string? "
                    + "method, string? @class, bool multipart)"
            );
            code.Line(
                    $"    : base(template, \"{Words(model.Name)}\", model.IsNewRecord, action, method, @class, multipart) => _model "
                        + "= model;"
                )
                .Line();
            code.Line("/// <inheritdoc/>");
            code.Line(
                    "protected override global::System.Collections.Generic.IReadOnlyList<string> AllErrors => _model.Errors.FullMessages;"
                )
                .Line();
            code.Line("/// <inheritdoc/>");
            using (code.Block($"protected override {Field} Describe(global::System.Func<{columns}, {Column}> column)"))
            {
                code.Line($"{Column} picked = column(default);");
                code.Line($"return {Field}.Of(");
                code.Line($"    \"{Naming.SnakeCase(model.Name)}\", picked.Name, _model.GetText(picked), _model.Errors.On(picked))");
                code.Line($"    with {{ AllowsDecimals = picked.Kind is {Kind}.Real or {Kind}.Decimal }};");
            }
            foreach (var choice in model.Enums)
                WriteSelect(code, choice, columns);
        }
    }

    private static void WriteSelect(CodeWriter code, FormEnum choice, string columns)
    {
        string members = string.Join(", ", choice.Members.Select(member => $"(\"{Words(member)}\", \"{member}\")"));
        code.Line().Line("/// <summary>A choice of one of the members of the column's enum.</summary>");
        code.Line("/// <param name=\"column\">Picks the field.</param>");
        code.Line("/// <param name=\"prompt\">A first, empty choice that asks for one.</param>");
        code.Line("/// <param name=\"class\">Its class.</param>");
        code.Line("/// <param name=\"attributes\">Further attributes.</param>");
        code.Line("public global::Stryke.Web.Views.Html Select(");
        code.Line($"    global::System.Func<{columns}, global::Stryke.Web.Persistence.Column<{choice.TypeName}>> column,");
        code.Line("    string? prompt = null, string? @class = null,");
        code.Line("    global::System.ReadOnlySpan<(string Name, string? Value)> attributes = default) =>");
        string isOptional = choice.IsOptional ? "true" : "false";
        code.Line($"    SelectMember(column, [{members}], {isOptional}, prompt, @class, attributes);");
    }

    private static void WriteFormFor(CodeWriter code, FormModel model, string type, string form, bool hasPaths, ViewSettings settings)
    {
        string paths = $"global::{settings.Namespace}.Paths",
            plural = Inflector.Pluralize(model.Name);
        string action = hasPaths ? "string? action = null" : "string action";
        using (code.Block("public sealed partial class AppTemplate"))
        {
            code.Line($"/// <summary>Opens a form for a {model.Name}; it closes with its scope.</summary>");
            if (hasPaths)
            {
                code.Line(
                    $"/// <remarks>A new one is sent to <c>Paths.{plural}</c> by POST, another to <c>Paths.{model.Name}</c> by "
                        + "PATCH.</remarks>"
                );
            }

            code.Line(
                $"internal {form} FormFor({type} model, {action}, [global::Stryke.Web.Views.FormMethod] string? method = null, "
                    + "string? @class = null, bool multipart = false) =>"
            );
            string target = hasPaths ? $"action ?? (model.IsNewRecord ? {paths}.{plural} : {paths}.{model.Name}(model))" : "action";
            code.Line($"    new(this, model, {target}, method, @class, multipart);");
        }
    }

    // "BlogPost" is "Blog post" on a button.
    private static string Words(string name)
    {
        string words = Naming.SnakeCase(name).Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words.Substring(1);
    }
}
