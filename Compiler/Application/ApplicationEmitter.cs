using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>Writes the other half of the user's <c>Application</c>: the one place where everything that was generated meets.</summary>
internal static class ApplicationEmitter
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList";

    public static string Emit(Composition app)
    {
        var code = new CodeWriter().Header("the classes of the app");
        if (app.Application.Namespace.Length > 0)
            code.Line($"namespace {app.Application.Namespace};").Line();
        var scopes = new Stack<CodeWriter.Scope>();
        foreach (string header in app.Application.Headers)
            scopes.Push(code.Block(header));
        if (!app.Application.NamesItself)
            code.Line($"public override string Name => {Text(NameOf(app))};").Line();
        EmitBuild(code, app.Build);
        code.Line($"public override bool UsesDatabase => {(app.UsesDatabase ? "true" : "false")};").Line();
        string routes = app.Routes is { } map ? $"{map.FullName}.All" : "[]";
        code.Line($"public override {List}<global::Stryke.Web.Routing.RouteInfo> Routes => {routes};").Line();
        EmitMigrations(code, app);
        string seeds = app.Seeds is { } type ? $"new {type.FullName}()" : "null";
        code.Line($"public override global::{KnownTypes.Seeds}? CreateSeeds() => {seeds};").Line();
        EmitListen(code, app);
        ObserverEmitter.Emit(code, app.Observers);
        while (scopes.Count > 0)
            scopes.Pop().Dispose();
        return code.ToString();
    }

    private static string NameOf(Composition app)
    {
        string space = app.PipelineNamespace;
        return space.Length == 0 ? app.Application.Name : space.Substring(space.LastIndexOf('.') + 1);
    }

    private static void EmitBuild(CodeWriter code, BuildFacts build)
    {
        code.Line($"public override bool IsDebugBuild => {(build.IsDebug ? "true" : "false")};").Line();
        if (build.ProjectDirectory is { } directory)
            code.Line($"public override string? SourceRoot => {Text(directory)};").Line();
    }

    private static void EmitMigrations(CodeWriter code, Composition app)
    {
        const string Info = "global::Stryke.Web.Persistence.Migrations.MigrationInfo";
        if (app.Migrations.Count == 0)
        {
            code.Line($"public override {List}<{Info}> Migrations => [];").Line();
            return;
        }
        code.Line($"public override {List}<{Info}> Migrations {{ get; }} =");
        code.Line("[");
        foreach (var migration in app.Migrations)
        {
            code.Line(
                $"    new {Info}({migration.Version}L, {Text(migration.Class.Name)}, static () => new {migration.Class.FullName}()),"
            );
        }
        code.Line("];").Line();
    }

    private static void EmitListen(CodeWriter code, Composition app)
    {
        if (app.Observers.Observers.Count > 0)
        {
            code.Line("public override global::Stryke.Web.Middleware.ObserverSet? CreateObservers(");
            code.Line("    global::System.Action<global::System.Exception, string> onFault) =>");
            code.Line($"    new {ObserverEmitter.Set}(onFault);").Line();
        }
        code.Line("public override global::Stryke.Web.Actors.Net.Listener Listen(");
        code.Line("    global::Stryke.Web.Actors.ActorSystem system,");
        code.Line($"    {List}<global::Stryke.Web.Actors.Net.ListenTarget> targets,");
        code.Line("    global::Stryke.Web.Http.HttpOptions options,");
        code.Line("    global::Stryke.Web.Middleware.RequestServices services) =>");
        if (app.Routes is null)
        {
            code.Line("    throw new global::System.InvalidOperationException(\"The app has no routes.\");");
            return;
        }
        string space = app.PipelineNamespace.Length == 0 ? "global::" : $"global::{app.PipelineNamespace}.";
        const string Log = "global::Stryke.Web.Middleware.Logging.AccessLog";
        code.Line("    global::Stryke.Web.Http.HttpServer.Start(");
        code.Line("        system,");
        code.Line("        targets,");
        code.Line("        options,");
        code.Line($"        core => new {space}AppEntry(new {space}AppPipeline(core, services)),");
        string observers = $"({ObserverEmitter.Set})services.Observers!";
        code.Line(
            app.Observers.Has(ObserverConcern.Exchanges)
                ? $"        core => new {ObserverEmitter.OfExchanges}({Log}.On(core, services.Log, services.AccessLog), {observers}));"
                : $"        {Log}.For(services.Log, services.AccessLog));"
        );
    }

    private static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
