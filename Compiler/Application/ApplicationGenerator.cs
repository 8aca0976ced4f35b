using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>
/// Generates the other half of <c>sealed partial class Application : WebApplication</c>: name, routes, migrations, seeds,
/// observers, and the listener that runs the generated pipeline on each core.
/// </summary>
[Generator]
public sealed class ApplicationGenerator : IIncrementalGenerator
{
    /// <summary>The step whose outputs an unrelated edit must leave as they are.</summary>
    internal const string CompositionStep = "Composition";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context
            .SyntaxProvider.CreateSyntaxProvider(AppClassParser.IsCandidate, AppClassParser.Parse)
            .Where(static type => type is not null)
            .Collect();
        var observers = ObserverSyntax.Lists(context);
        var compositions = classes
            .Combine(observers)
            .Combine(BuildFacts.Of(context))
            .SelectMany(static (found, _) => CompositionParser.Parse(found.Left.Left!, found.Left.Right, found.Right))
            .WithTrackingName(CompositionStep);
        context.RegisterSourceOutput(compositions, Produce);
        context.RegisterSourceOutput(observers, static (output, model) => Report(output, model.Diagnostics));
    }

    private static void Produce(SourceProductionContext context, Composition app)
    {
        Report(context, app.Diagnostics);
        string file = $"{app.Application.FullName.Replace("global::", "")}.g.cs";
        if (app.Application.Headers.Count > 0)
            context.AddSource(file, ApplicationEmitter.Emit(app));
    }

    private static void Report(SourceProductionContext context, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
