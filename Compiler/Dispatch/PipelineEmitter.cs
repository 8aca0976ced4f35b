using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Routes;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>Writes <c>AppPipeline</c>, what one core does with a request, and <c>AppEntry</c>, which the server calls.</summary>
internal static class PipelineEmitter
{
    private const string Call = "global::Stryke.Web.Controllers.Dispatch.ActionCall";

    public static string Emit(AppModel app)
    {
        var drawing = app.Routes.Drawing;
        string space = drawing.Namespace.Length == 0 ? "global::" : $"global::{drawing.Namespace}.";
        List<ControllerModel> controllers =
        [
            .. drawing.Routes.Where(r => Target(app, r) is not null).Select(r => app.Routes.ControllerOf(r.Controller)!).Distinct(),
        ];
        var code = new CodeWriter().Header("the routes, controllers and middleware of the app");
        if (drawing.Namespace.Length > 0)
            code.Line($"namespace {drawing.Namespace};").Line();
        code.Line("/// <summary>The way of a request through the app, on one core.</summary>");
        using (
            code.Block(
                $"internal sealed class AppPipeline : "
                    + $"global::Stryke.Web.Controllers.Dispatch.Pipeline<{app.Middleware.ChainType(controllers.Any(c => c.IsApi))}>"
            )
        )
        {
            foreach (var c in controllers)
                code.Line($"private readonly global::Stryke.Web.Actors.ActorRef<{Call}> {Field(c, drawing.Namespace)};");
            if (controllers.Count > 0)
                code.Line();
            using (
                code.Block(
                    "internal AppPipeline(global::Stryke.Web.Actors.Core core, global::Stryke.Web.Middleware.RequestServices "
                        + "services) : base(core, services)"
                )
            )
            {
                if (app.HasJson)
                    code.Line($"{space}AppJson.Register();");
                foreach (var c in controllers)
                {
                    code.Line(
                        $"{Field(c, drawing.Namespace)} = Spawn(() => new {c.ActorTypeName}(this), \"{c.NameBelow(drawing.Namespace)}\");"
                    );
                }
            }
            code.Line();
            code.Line(
                "public override global::Stryke.Web.Routing.RouteMatch Match(global::Stryke.Web.Http.HttpVerb verb, "
                    + "global::System.ReadOnlySpan<byte> path, global::System.ReadOnlySpan<byte> host) =>"
            );
            code.Line($"    {space}RouteTrie.Match(verb, path, host);").Line();
            EmitDispatch(code, app);
            code.Line();
            EmitBodyPlans(code, app);
            EmitApiPaths(code, app);
            code.Line(
                $"protected override global::Stryke.Web.Views.Template? CreateTemplate() => "
                    + $"{(app.HasViews ? $"new {space}AppTemplate()" : "null")};"
            );
        }
        code.Line();
        code.Line("/// <summary>What the server calls for each request of a core.</summary>");
        using (code.Block("internal readonly struct AppEntry(AppPipeline pipeline) : global::Stryke.Web.Http.IHttpApplication"))
        {
            code.Line(
                    "public global::Stryke.Web.Http.BodyPlan PlanBody(global::Stryke.Web.Http.HttpExchange exchange) => "
                        + "pipeline.PlanBody(exchange);"
                )
                .Line();
            code.Line("public void Handle(global::Stryke.Web.Http.HttpExchange exchange) => pipeline.Handle(exchange);");
        }
        return code.ToString();
    }

    private static void EmitDispatch(CodeWriter code, AppModel app)
    {
        using (code.Block("protected override void Dispatch(global::Stryke.Web.Middleware.RequestContext context)"))
        {
            using (code.Block("switch (context.Route.RouteId)"))
            {
                var routes = app.Routes.Drawing.Routes;
                for (int id = 0; id < routes.Count; id++)
                {
                    if (Target(app, routes[id]) is not { } controller)
                        continue;
                    using (code.Indented($"case {id}:   // {routes[id].Text}"))
                    {
                        code.Line(
                            $"{Field(controller, app.Routes.Drawing.Namespace)}.Tell(new(context, "
                                + $"{controller.ActorTypeName}.{routes[id].Action}Action));"
                        );
                        code.Line("return;");
                    }
                }
                code.Line("default:");
                code.Line("    throw new global::System.InvalidOperationException(\"The trie and the dispatch do not belong together.\");");
            }
        }
    }

    /// <summary>Only where an action wants something of its own: the base knows what is usual.</summary>
    private static void EmitBodyPlans(CodeWriter code, AppModel app)
    {
        var routes = app.Routes.Drawing.Routes;
        List<int> own = [.. Enumerable.Range(0, routes.Count).Where(id => app.Routes.ActionOf(routes[id]) is { Body.IsUsual: false })];
        if (own.Count == 0)
            return;
        using (code.Block("protected override global::Stryke.Web.Http.BodyPlan PlanBodyOf(int routeId)"))
        {
            using (code.Block("switch (routeId)"))
            {
                foreach (int id in own)
                    code.Line($"case {id}: return {app.Routes.ActionOf(routes[id])!.Body.Expression};   // {routes[id].Text}");
                code.Line("default: return global::Stryke.Web.Http.BodyPlan.Default;");
            }
        }
        code.Line();
    }

    private static void EmitApiPaths(CodeWriter code, AppModel app)
    {
        var folders = ApiFolders.Of(app.Routes);
        if (folders.Count == 0)
            return;
        code.Line("public override bool IsApiPath(global::System.ReadOnlySpan<byte> path) =>");
        code.Line(
            $"    {string.Join(" || ", folders.Select(folder => $"IsBelow(path, {SymbolDisplay.FormatLiteral(folder, quote: true)}u8)"))};"
        );
        code.Line();
    }

    /// <summary>The controller of a route, when there is such an action; the routes generator says so when not.</summary>
    private static ControllerModel? Target(AppModel app, RouteModel route) =>
        app.Routes.ActionOf(route) is not null
        && app.Routes.ControllerOf(route.Controller) is { IsAbstract: false, CanDispatch: true } controller
            ? controller
            : null;

    private static string Field(ControllerModel controller, string appNamespace)
    {
        string name = Naming.PascalCase(controller.TokenBelow(appNamespace).Replace('.', '_'));
        return $"_{char.ToLowerInvariant(name[0])}{name.Substring(1)}";
    }
}
