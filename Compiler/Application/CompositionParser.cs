using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>Puts the classes that were found together and checks that they go together.</summary>
internal static class CompositionParser
{
    /// <summary>One composition for each application; most often there is one.</summary>
    public static ImmutableArray<Composition> Parse(ImmutableArray<AppClass> classes, ObserverModel observers, BuildFacts build)
    {
        AppClass[] sorted = [.. classes.OrderBy(type => type.FullName, StringComparer.Ordinal)];
        return [.. Of(sorted, KnownTypes.WebApplication).Select(application => Parse(application, sorted, observers, build))];
    }

    private static Composition Parse(AppClass application, AppClass[] classes, ObserverModel observers, BuildFacts build)
    {
        List<DiagnosticInfo> diagnostics = [];
        var routes = Of(classes, KnownTypes.RouteMap).OrderBy(map => map.Name != Routes.RouteSyntax.CustomaryName).FirstOrDefault();
        if (!application.IsExtensible)
            Refuse(ApplicationDiagnostics.BadPlace);
        if (routes is null && !Of(classes, AppRoots.Misspelt(KnownTypes.RouteMap)).Any())
            Refuse(ApplicationDiagnostics.NoRoutes);

        AppClass[] seeds = [.. Of(classes, KnownTypes.Seeds)];
        foreach (var more in seeds.Skip(1))
        {
            diagnostics.Add(DiagnosticInfo.At(more.Where, ApplicationDiagnostics.SeveralSeeds, seeds[0].Name, more.Name));
        }

        var migrations = ParseMigrations(Of(classes, KnownTypes.Migration), diagnostics);
        bool usesDatabase = classes.Any(type => type.Root is KnownTypes.Migration or KnownTypes.Model or KnownTypes.Seeds);
        return new Composition(
            application,
            routes,
            migrations,
            seeds.FirstOrDefault(),
            usesDatabase,
            observers,
            build,
            diagnostics.ToEquatableArray()
        );

        void Refuse(DiagnosticDescriptor rule) => diagnostics.Add(DiagnosticInfo.At(application.Where, rule, application.Name));
    }

    private static EquatableArray<Migration> ParseMigrations(IEnumerable<AppClass> classes, List<DiagnosticInfo> diagnostics)
    {
        List<Migration> migrations = [];
        var parsed = classes.Select(type => Migration.Parse(type, diagnostics)).OfType<Migration>();
        foreach (var migration in parsed.OrderBy(migration => migration.Version))
        {
            if (migrations.Count > 0 && migrations[migrations.Count - 1] is var before && before.Version == migration.Version)
            {
                diagnostics.Add(
                    DiagnosticInfo.At(
                        migration.Class.Where,
                        ApplicationDiagnostics.VersionTwice,
                        before.Class.Name,
                        migration.Class.Name,
                        $"{migration.Version}"
                    )
                );
                continue;
            }
            migrations.Add(migration);
        }
        return migrations.ToEquatableArray();
    }

    private static IEnumerable<AppClass> Of(IEnumerable<AppClass> classes, string root) => classes.Where(type => type.Root == root);
}
