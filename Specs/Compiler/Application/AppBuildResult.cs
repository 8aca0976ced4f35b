using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Application;

namespace Stryke.Web.Specs.Compiler.Application;

/// <summary>What a run of the application's generator has left.</summary>
internal sealed class AppBuildResult(GeneratorRunResult run, Compilation output)
{
    /// <summary>The generated half of the application; empty when none was written.</summary>
    public string Source => run.GeneratedSources.Length == 0 ? "" : run.GeneratedSources.Single().SourceText.ToString();

    /// <summary>Our diagnostics as <c>STRYKE502 db/migrations/CreatePosts.cs:1</c>.</summary>
    public IEnumerable<string> Mistakes =>
        run.Diagnostics.Select(diagnostic =>
        {
            var span = diagnostic.Location.GetLineSpan();
            return $"{diagnostic.Id} {Path.GetRelativePath(AppBuild.ProjectDirectory, span.Path)}:{span.StartLinePosition.Line + 1}";
        });

    public IEnumerable<string> Messages => run.Diagnostics.Select(diagnostic => diagnostic.GetMessage());

    /// <summary>What the C# compiler says about everything together.</summary>
    public IEnumerable<Diagnostic> CompilerErrors =>
        output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Why the composition was or was not made again.</summary>
    public IEnumerable<IncrementalStepRunReason> CompositionReasons =>
        run.TrackedSteps[ApplicationGenerator.CompositionStep].SelectMany(step => step.Outputs).Select(step => step.Reason);
}
