using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stryke.Web.Compiler.Application;

/// <summary>What the build says about the app.</summary>
/// <param name="RootNamespace">
/// Where the other generators write <c>AppPipeline</c> and <c>AppEntry</c>; null when the build does not say.
/// </param>
/// <param name="IsDebug">Whether it compiles without optimisation, which is what the Debug configuration is.</param>
/// <param name="ProjectDirectory">
/// The folder of the sources; only in Debug, as a released executable should not tell whose machine it was built on.
/// </param>
internal sealed record BuildFacts(string? RootNamespace, bool IsDebug, string? ProjectDirectory)
{
    public static IncrementalValueProvider<BuildFacts> Of(IncrementalGeneratorInitializationContext context)
    {
        var isDebug = context.CompilationProvider.Select(
            static (compilation, _) => compilation.Options.OptimizationLevel == OptimizationLevel.Debug
        );
        return context
            .AnalyzerConfigOptionsProvider.Combine(isDebug)
            .Select(static (facts, _) => Of(facts.Left.GlobalOptions, facts.Right));
    }

    private static BuildFacts Of(AnalyzerConfigOptions options, bool isDebug) =>
        new(Option(options, "RootNamespace"), isDebug, isDebug ? Option(options, "ProjectDir") : null);

    private static string? Option(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_property.{name}", out string? value) && value.Length > 0 ? value : null;
}
