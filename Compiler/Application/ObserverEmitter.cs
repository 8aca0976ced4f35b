using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>
/// Writes two types inside the application: <c>AppObservers</c>, which holds the observers and tells each of them, and
/// <c>AppExchangeObserver</c>, what the server tells on one core: the access log, then those.
/// </summary>
internal static class ObserverEmitter
{
    /// <summary>The type that holds the observers.</summary>
    public const string Set = "AppObservers";

    /// <summary>The type that the server tells of exchanges.</summary>
    public const string OfExchanges = "AppExchangeObserver";

    private const string Exchange = "global::Stryke.Web.Http.HttpExchange exchange";
    private const string End = "in global::Stryke.Web.Http.ExchangeEnd end";

    public static void Emit(CodeWriter code, ObserverModel model)
    {
        if (model.Observers.Count == 0)
            return;
        code.Line();
        EmitSet(code, model);
        if (model.Has(ObserverConcern.Exchanges))
        {
            code.Line();
            EmitOfExchanges(code);
        }
    }

    private static void EmitSet(CodeWriter code, ObserverModel model)
    {
        var bases = new List<string> { "global::Stryke.Web.Middleware.ObserverSet(onFault)" };
        if (model.Has(ObserverConcern.Queries))
            bases.Add($"global::{KnownTypes.QueryObserver}");
        if (model.Has(ObserverConcern.Jobs))
            bases.Add($"global::{KnownTypes.JobObserver}");
        code.Line("/// <summary>The app's observers, in the order of its list.</summary>");
        string head = $"private sealed class {Set}(global::System.Action<global::System.Exception, string> onFault)";
        using (code.Block($"{head} : {string.Join(", ", bases)}"))
        {
            for (int i = 0; i < model.Observers.Count; i++)
                code.Line($"private readonly {model.Observers[i].FullName} {Field(i)} = new();");
            EmitHook(code, model, ObserverConcern.Exchanges, "OnExchangeStarted", Exchange, "exchange");
            EmitHook(code, model, ObserverConcern.Exchanges, "OnExchangeEnded", $"{Exchange}, {End}", "exchange, end");
            EmitHook(code, model, ObserverConcern.Queries, "OnQueryStarted", "in global::Stryke.Web.Persistence.QueryStart query", "query");
            EmitHook(code, model, ObserverConcern.Queries, "OnQueryEnded", "in global::Stryke.Web.Persistence.QueryEnd query", "query");
            EmitHook(code, model, ObserverConcern.Jobs, "OnJobStarted", "in global::Stryke.Web.Actors.Jobs.JobStart job", "job");
            EmitHook(code, model, ObserverConcern.Jobs, "OnJobEnded", "in global::Stryke.Web.Actors.Jobs.JobEnd job", "job");
        }
    }

    private static void EmitHook(
        CodeWriter code,
        ObserverModel model,
        ObserverConcern concern,
        string hook,
        string parameters,
        string arguments
    )
    {
        if (!model.Has(concern))
            return;
        code.Line();
        using (code.Block($"public void {hook}({parameters})"))
        {
            for (int i = 0; i < model.Observers.Count; i++)
            {
                var observer = model.Observers[i];
                if (!observer.Observes(concern))
                    continue;
                code.Line($"try {{ {Field(i)}.{hook}({arguments}); }}");
                code.Line($"catch (global::System.Exception fault) {{ Report(fault, \"{observer.Name}.{hook}\"); }}");
            }
        }
    }

    private static void EmitOfExchanges(CodeWriter code)
    {
        code.Line("/// <summary>What the server tells of exchanges on one core: the access log first.</summary>");
        const string Log = "global::Stryke.Web.Middleware.Logging.AccessLog log";
        using (code.Block($"private readonly struct {OfExchanges}({Log}, {Set} observers) : global::{KnownTypes.ExchangeObserver}"))
        {
            code.Line($"public void OnExchangeStarted({Exchange}) => observers.OnExchangeStarted(exchange);").Line();
            using (code.Block($"public void OnExchangeEnded({Exchange}, {End})"))
            {
                code.Line("log.OnExchangeEnded(exchange, end);");
                code.Line("observers.OnExchangeEnded(exchange, end);");
            }
        }
    }

    private static string Field(int index) => $"_observer{index}";
}
