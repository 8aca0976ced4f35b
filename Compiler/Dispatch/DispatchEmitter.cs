using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>
/// Writes the other half of a controller: the actor with the switch over its actions, and for each action its filters, the binding of its
/// parameters and the call. It is nested in the controller, so that filters can be private.
/// </summary>
internal static class DispatchEmitter
{
    private const string Result = "global::Stryke.Web.Controllers.Result";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string BodyType = "global::Stryke.Web.Controllers.Binding.BodyType";
    private const string Bind = "global::Stryke.Web.Controllers.Binding.Bind";

    public static string Emit(ControllerModel controller)
    {
        var code = new CodeWriter().Header(controller.Name);
        if (controller.Namespace.Length > 0)
            code.Line($"namespace {controller.Namespace};").Line();
        using (code.Block($"partial class {controller.Name}"))
        {
            foreach (var filter in controller.Openings)
            {
                code.Line($"/// <summary>The filter {filter.Method}, for the dispatch of the controllers below.</summary>");
                code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
                code.Line($"private protected {filter.ReturnType} {FilterModel.OpeningOf(filter.Method)}() => {filter.Method}();");
                if (!controller.IsAbstract)
                    code.Line();
            }
            if (!controller.IsAbstract)
                EmitActor(code, controller);
        }
        return code.ToString();
    }

    private static void EmitActor(CodeWriter code, ControllerModel controller)
    {
        code.Line($"/// <summary>Answers requests with the actions of {controller.Name}, one after the other, on one core.</summary>");
        using (
            code.Block(
                $"internal sealed class {controller.ActorName}(global::Stryke.Web.Controllers.Dispatch.Pipeline pipeline) : "
                    + $"global::Stryke.Web.Controllers.Dispatch.ControllerActor<{controller.TypeName}>(pipeline)"
            )
        )
        {
            for (int i = 0; i < controller.Actions.Count; i++)
                code.Line($"internal const int {controller.Actions[i].Name}Action = {i};");
            if (controller.Actions.Count > 0)
                code.Line();
            code.Line(
                controller.IsReusable
                    ? "// Nothing in the hierarchy declares state, so an instance may serve one request after the other."
                    : "// The hierarchy declares state, so each request has an instance of its own."
            );
            code.Line($"protected override bool IsReusable => {(controller.IsReusable ? "true" : "false")};").Line();
            string made = controller.CanBeMade ? "new()" : "throw new global::System.InvalidOperationException()";
            code.Line($"protected override {controller.TypeName} Create() => {made};").Line();
            using (
                code.Block(
                    $"protected override {ValueTask}<{Result}> Run({controller.TypeName} controller, int action) => action switch",
                    "};"
                )
            )
            {
                foreach (var action in controller.Actions)
                    code.Line($"{action.Name}Action => Run{action.Name}(controller),");
                code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(action)),");
            }
            foreach (var action in controller.Actions)
            {
                code.Line();
                EmitAction(code, controller, action);
            }
        }
    }

    private static void EmitAction(CodeWriter code, ControllerModel controller, ActionModel action)
    {
        List<FilterModel> before = [.. controller.Filters.Where(f => f.IsBefore && f.IsFor(action.Name))];
        List<FilterModel> after = [.. controller.Filters.Where(f => !f.IsBefore && f.IsFor(action.Name)).Reverse()];
        // A method that need not wait for a filter, nor do anything after an action that may wait, is not async: it hands the action's task
        // on.
        bool isAsync = before.Concat(after).Any(f => f.IsAsync) || (after.Count > 0 && action.Returns != ResultShape.Value);
        using (
            code.Block(
                $"private static {(isAsync ? "async " : "")}{ValueTask}<{Result}> Run{action.Name}({controller.TypeName} controller)"
            )
        )
        {
            if (action.Consumes is { } types)
            {
                string text = SymbolDisplay.FormatLiteral(types, quote: true);
                string refused = isAsync ? "refusal" : "new(refusal)";
                code.Line($"if (!{BodyType}.IsAccepted(controller, {text}u8, out {Result} refusal)) return {refused};");
            }
            foreach (var filter in before)
                code.Line(Before(filter, isAsync));
            EmitBinding(code, action, isAsync);
            string call = $"controller.{action.Name}({string.Join(", ", action.Parameters.Select(Argument))})";
            if (after.Count == 0)
            {
                code.Line($"return {(isAsync ? Awaited(call, action.Returns) : Wrapped(call, action.Returns))};");
                return;
            }
            code.Line($"{Result} result = {(isAsync ? Awaited(call, action.Returns) : call)};");
            foreach (var filter in after)
                code.Line($"{(filter.IsAsync ? "await " : "")}controller.{filter.Method}();");
            code.Line(isAsync ? "return result;" : "return new(result);");
        }
    }

    private static string Before(FilterModel filter, bool isAsync)
    {
        string call = $"{(filter.IsAsync ? "await " : "")}controller.{filter.Method}()";
        if (!filter.Answers)
            return call + ";";
        string name = "by" + filter.Method;
        return $"if ({call} is {{ }} {name}) return {(isAsync ? name : $"new({name})")};";
    }

    private static void EmitBinding(CodeWriter code, ActionModel action, bool isAsync)
    {
        string bad = isAsync ? "bad" : "new(bad)";
        string declaration = $"{Result} bad";
        foreach (var p in action.Parameters)
        {
            string method = (p.IsOptional ? "Optional" : "") + p.Kind;
            string type = p.TypeName + (p.IsOptional ? "?" : "");
            code.Line($"if (!{Bind}.{method}(controller, \"{p.RequestName}\", out {type} {Local(p)}, out {declaration})) return {bad};");
            declaration = "bad";
        }
    }

    private static string Argument(ParameterModel p) => p.Default is null ? Local(p) : $"{Local(p)} ?? {p.Default}";

    /// <summary>Prefixed, so that it clashes neither with the method's own names nor with a keyword.</summary>
    private static string Local(ParameterModel p) => "p_" + p.Name;

    private static string Awaited(string call, ResultShape shape) => shape == ResultShape.Value ? call : "await " + call;

    private static string Wrapped(string call, ResultShape shape) => shape == ResultShape.ValueTask ? call : $"new({call})";
}
