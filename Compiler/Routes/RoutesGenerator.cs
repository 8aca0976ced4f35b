using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>From <c>Draw</c> and the controllers: the tokens, the trie, <c>Routes.All</c>, <c>Paths</c>, and STRYKE1xx.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RoutesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var drawings = RouteSyntax.Drawings(context).WithTrackingName("Drawings");
        var drawing = drawings.Select(static (all, _) => all.FirstOrDefault());
        var controllers = ControllerSyntax.Models(context).WithTrackingName("Controllers");
        var table = drawing
            .Combine(controllers)
            .Select(static (both, _) => both.Left is { } map ? new RouteTable(map, both.Right) : null)
            .WithTrackingName("Routes");
        var folder = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => options.GlobalOptions.TryGetValue("build_property.ProjectDir", out string? value) ? value : ""
        );

        context.RegisterSourceOutput(drawing, static (output, map) => Write(output, "RouteTrie", map, TrieEmitter.Emit));
        context.RegisterSourceOutput(table, static (output, routes) => Write(output, "Routes.Tokens", routes, TokensEmitter.Emit));
        context.RegisterSourceOutput(
            table.Combine(folder),
            static (output, both) => Write(output, "Routes.All", both.Left, routes => RouteListEmitter.Emit(routes, both.Right))
        );
        context.RegisterSourceOutput(
            table.Combine(ModelTypes.All(context)),
            static (output, both) => Write(output, "Paths", both.Left, routes => PathsEmitter.Emit(routes.AsMeant(), both.Right))
        );
        context.RegisterSourceOutput(
            table,
            static (output, routes) =>
            {
                if (routes is null)
                    return;
                foreach (var diagnostic in RouteChecks.Check(routes))
                    output.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        );
        context.RegisterSourceOutput(drawings.Combine(controllers), static (output, both) => ReportSeconds(output, both.Left, both.Right));
    }

    private static void Write<T>(SourceProductionContext output, string name, T? model, Func<T, string> emit)
        where T : class
    {
        if (model is not null)
            output.AddSource($"{name}.g.cs", emit(model));
    }

    /// <summary>A second map has its names all the same, so that C# does not report each of them on top.</summary>
    private static void ReportSeconds(
        SourceProductionContext output,
        EquatableArray<RouteDrawing> all,
        EquatableArray<ControllerModel> controllers
    )
    {
        foreach (var second in all.Skip(1))
        {
            output.ReportDiagnostic(
                DiagnosticInfo.At(second.Where, RoutesDiagnostics.SecondMap, second.ClassName, all[0].ClassName).ToDiagnostic()
            );
            if (second.ClassName == all[0].ClassName && second.Namespace == all[0].Namespace)
                continue;
            string name = $"{second.Namespace}.{second.ClassName}".TrimStart('.');
            var table = new RouteTable(second, controllers);
            output.AddSource($"{name}.Tokens.g.cs", TokensEmitter.Emit(table));
            output.AddSource(
                $"{name}.All.g.cs",
                RouteListEmitter.Emit(table with { Drawing = second with { Routes = EquatableArray<RouteModel>.Empty } }, "")
            );
        }
    }
}
