using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes the other half of a model.</summary>
internal static class ModelEmitter
{
    public static string Emit(ModelDeclaration model)
    {
        var code = new CodeWriter().Header($"the model {model.Name}");
        if (model.Namespace.Length > 0)
            code.Line($"namespace {model.Namespace};").Line();
        using (code.Block($"partial class {model.Name}{(model.HasBase ? "" : $" : {Persistence}.Model")}"))
        {
            WriteConstructors(code, model);
            FinderEmitter.Write(code, model);
            foreach (var column in model.Columns)
                WriteColumn(code, model, column);
            foreach (var association in model.Associations)
                WriteAssociation(code, model, association);
            foreach (var stub in model.Stubs)
                stub.Write(code);
            RowEmitter.Write(code, model);
            InputEmitter.Write(code, model);
            RulesEmitter.Write(code, model);
            CallbacksEmitter.Write(code, model);
        }
        return code.ToString();
    }

    private static void WriteConstructors(CodeWriter code, ModelDeclaration model)
    {
        if (!model.HasConstructor)
        {
            code.Line("/// <summary>A new record.</summary>");
            if (model.LeavesUnset)
                code.Directive("#pragma warning disable CS8618");
            code.Line($"public {model.Name}() {{ }}");
            if (model.LeavesUnset)
                code.Directive("#pragma warning restore CS8618");
            code.Line();
        }
        if (!model.TakesRequestData)
            return;
        code.Line("/// <summary>A new record with what a form has sent.</summary>");
        code.Line($"public {model.Name}({InputEmitter.Permitted(model)} input) : this() => Assign(input);").Line();
    }

    private static void WriteColumn(CodeWriter code, ModelDeclaration model, ColumnProperty column)
    {
        string value = column.Type.Kind == ColumnKind.DateTime ? "Utc(value)" : "value";
        code.Line();
        code.Line($"private {column.Type.Declared} {column.Field}{Initial(column.Type)};").Line();
        using (code.Block($"{column.Modifiers} {column.Type.Declared} {column.Name}"))
        {
            code.Line($"get => {column.Field};");
            code.Line($"{column.SetModifier}set => Set(ref {column.Field}, {value}, {model.Companion("Table")}.{column.Name});");
        }
    }

    private static void WriteAssociation(CodeWriter code, ModelDeclaration model, AssociationProperty association)
    {
        code.Line();
        code.Line($"private {association.Type}? {association.Field};").Line();
        code.Line($"{association.Modifiers} {association.Type} {association.Name} =>");
        code.Line($"    {association.Field} ??= new(this, {model.Companion("Table")}.{association.Name});");
    }
}
