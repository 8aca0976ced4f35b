using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Controllers.Json;
using Stryke.Web.Compiler.Routes;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>
/// From the controllers: their dispatch, the JSON writers, the pipeline that ties them to routes and middleware, and STRYKE2xx.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ControllersGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = ControllerSyntax.Controllers(context);
        var models = ControllerSyntax.Models(context).WithTrackingName("Controllers");
        var json = JsonCalls.All(context).WithTrackingName("Json");
        var middleware = MiddlewareSyntax.Stacks(context);
        var drawing = RouteSyntax.Drawings(context).Select(static (all, _) => all.FirstOrDefault());
        var hasViews = context
            .AdditionalTextsProvider.Where(static file => file.Path.EndsWith(".erb", StringComparison.Ordinal))
            .Collect()
            .Select(static (files, _) => files.Length > 0);
        var hasJson = json.Select(static (graphs, _) => graphs.Count > 0);
        var hasModels = context.CompilationProvider.Select(
            static (compilation, _) => compilation.GetTypeByMetadataName(KnownTypes.Errors) is not null
        );
        var app = drawing
            .Combine(models)
            .Combine(middleware)
            .Combine(hasViews)
            .Combine(hasJson)
            .Select(
                static (all, _) =>
                    Compose(all.Left.Left.Left.Left, all.Left.Left.Left.Right, all.Left.Left.Right, all.Left.Right, all.Right)
            )
            .WithTrackingName("App");

        var dispatched = models
            .SelectMany(static (all, _) => all.Where(c => c is { CanDispatch: true, HasCode: true }))
            .WithTrackingName("Dispatch");
        context.RegisterSourceOutput(
            dispatched,
            static (output, controller) => output.AddSource($"{controller.FullName}.g.cs", DispatchEmitter.Emit(controller))
        );
        context.RegisterSourceOutput(
            app,
            static (output, model) =>
            {
                if (model is not null)
                    output.AddSource("AppPipeline.g.cs", PipelineEmitter.Emit(model));
            }
        );
        context.RegisterSourceOutput(
            json.Combine(drawing.Select(static (map, _) => map?.Namespace)).Combine(hasModels),
            static (output, all) => WriteJson(output, all.Left.Left, all.Left.Right, all.Right)
        );
        context.RegisterSourceOutput(parsed, static (output, all) => Report(output, all.SelectMany(c => c.Diagnostics)));
        context.RegisterSourceOutput(middleware, static (output, stack) => Report(output, stack.Diagnostics));
    }

    private static AppModel? Compose(
        RouteDrawing? drawing,
        EquatableArray<ControllerModel> controllers,
        MiddlewareModel middleware,
        bool hasViews,
        bool hasJson
    ) => drawing is null ? null : new AppModel(new RouteTable(drawing, controllers), middleware, hasViews, hasJson);

    private static void WriteJson(SourceProductionContext output, EquatableArray<JsonGraph> graphs, string? space, bool hasModels)
    {
        if (space is not null && graphs.Count > 0)
            output.AddSource("AppJson.g.cs", JsonEmitter.Emit(space, graphs, hasModels));
    }

    private static void Report(SourceProductionContext output, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
