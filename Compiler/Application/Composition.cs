using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>All that an application is composed of, and what is wrong with it.</summary>
/// <param name="Application">The user's class.</param>
/// <param name="Routes">Its routes; null when there are none, which is one of the diagnostics.</param>
/// <param name="Migrations">In the order of their versions.</param>
/// <param name="Seeds">What <c>db seed</c> runs, or null.</param>
/// <param name="UsesDatabase">Whether the app has anything that is kept in a database.</param>
/// <param name="Observers">Who is told what it does.</param>
/// <param name="Build">What the build says.</param>
/// <param name="Diagnostics">Mistakes, each at its place.</param>
internal sealed record Composition(
    AppClass Application,
    AppClass? Routes,
    EquatableArray<Migration> Migrations,
    AppClass? Seeds,
    bool UsesDatabase,
    ObserverModel Observers,
    BuildFacts Build,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    /// <summary>Where the generated pipeline stands.</summary>
    public string PipelineNamespace => Build.RootNamespace ?? Application.Namespace;
}
