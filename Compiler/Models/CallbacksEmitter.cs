using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes the calls of the author's callbacks, and what goes when the model goes.</summary>
internal static class CallbacksEmitter
{
    private const string Callbacks = Persistence + ".Callbacks";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public static void Write(CodeWriter code, ModelDeclaration model)
    {
        CallbackMethod[] methods = [.. model.Callbacks.Where(method => method.Moment != "Validate")];
        if (methods.Length > 0)
            WriteCallbacks(code, methods);
        AssociationProperty[] dependents = [.. model.Associations.Where(association => association.Dependent != "Restrict")];
        if (dependents.Length > 0)
            WriteDependents(code, model, dependents);
    }

    private static void WriteCallbacks(CodeWriter code, CallbackMethod[] methods)
    {
        bool isAsync = methods.Any(method => method.IsAwaited);
        bool inTransaction = methods.Any(NeedsTransaction);
        List<string> moments = [.. methods.Select(method => method.Moment).Distinct()];
        string flags = string.Join(" | ", moments.Concat(inTransaction ? ["InTransaction"] : []).Select(name => $"{Callbacks}.{name}"));
        code.Line().Line($"protected override {Callbacks} HandledCallbacks =>").Line($"    {flags};").Line();
        using (code.Block($"protected override {(isAsync ? "async " : "")}{ValueTask}<bool> RunCallbacks({Callbacks} moment)"))
        {
            using (code.Block("switch (moment)"))
            {
                foreach (string moment in moments)
                {
                    code.Line($"case {Callbacks}.{moment}:");
                    foreach (var method in methods.Where(method => method.Moment == moment))
                        code.Line("    " + Call(method, isAsync));
                    code.Line("    break;");
                }
            }
            code.Line($"return {Answer("true", isAsync)};");
        }
    }

    /// <summary>A callback that awaits may write by itself, and one that comes after the statement must be able to undo it.</summary>
    private static bool NeedsTransaction(CallbackMethod method) =>
        !method.Moment.EndsWith("Destroy", StringComparison.Ordinal)
        && (method.IsAwaited || method.Moment.StartsWith("After", StringComparison.Ordinal));

    private static string Call(CallbackMethod method, bool isAsync)
    {
        string call = $"{(method.IsAwaited ? "await " : "")}{method.Name}()";
        return method.MayRefuse ? $"if (!{call}) return {Answer("false", isAsync)};" : call + ";";
    }

    private static string Answer(string value, bool isAsync) => isAsync ? value : $"new {ValueTask}<bool>({value})";

    private static void WriteDependents(CodeWriter code, ModelDeclaration model, AssociationProperty[] dependents)
    {
        code.Line().Line("protected override bool HasDependents => true;").Line();
        using (code.Block($"protected override async {ValueTask} RemoveDependents()"))
        {
            foreach (var association in dependents)
            {
                string call = association.Dependent == "Destroy" ? "DestroyAll" : "DeleteAll";
                code.Line($"await {model.Companion("Table")}.{association.Name}.{call}(this);");
            }
        }
    }
}
