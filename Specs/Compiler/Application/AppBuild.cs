using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Stryke.Web.Compiler.Application;

namespace Stryke.Web.Specs.Compiler.Application;

/// <summary>An app in a few source files, compiled against the real run-time assemblies with only the application's generator.</summary>
internal sealed class AppBuild
{
    public const string ProjectDirectory = "/src/Blog/";

    // What the routes' generator writes beside ours.
    private const string Pipeline = """
        namespace Blog;

        public partial class Routes
        {
            public static System.Collections.Generic.IReadOnlyList<Stryke.Web.Routing.RouteInfo> All => [];
        }

        internal sealed class AppPipeline(Stryke.Web.Actors.Core core, Stryke.Web.Middleware.RequestServices services)
        {
            public object Uses => (core, services);
        }

        internal readonly struct AppEntry(AppPipeline pipeline) : Stryke.Web.Http.IHttpApplication
        {
            public Stryke.Web.Http.BodyPlan PlanBody(Stryke.Web.Http.HttpExchange exchange) => Stryke.Web.Http.BodyPlan.Default;

            public void Handle(Stryke.Web.Http.HttpExchange exchange) => exchange.State = pipeline;
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, SyntaxTree> _trees = [];
    private readonly OptimizationLevel _level;
    private GeneratorDriver _driver;

    public AppBuild(OptimizationLevel level = OptimizationLevel.Debug)
    {
        _level = level;
        _driver = CSharpGeneratorDriver.Create(
            [new ApplicationGenerator().AsSourceGenerator()],
            parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview),
            optionsProvider: new BuildProperties(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        With(
            "config/Routes.cs",
            "namespace Blog; public sealed partial class Routes : Stryke.Web.Routing.RouteMap { protected override void Draw() { } }"
        );
        With("config/Application.cs", "namespace Blog; public sealed partial class Application : Stryke.Web.Host.WebApplication;");
        With("Generated.cs", Pipeline);
    }

    public AppBuild With(string file, string source)
    {
        _trees[file] = CSharpSyntaxTree.ParseText(
            source,
            CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview),
            ProjectDirectory + file
        );
        return this;
    }

    public AppBuild Without(string file)
    {
        _trees.Remove(file);
        return this;
    }

    public AppBuild WithMigration(string file, string name) =>
        With(
            $"db/migrations/{file}",
            $"namespace Blog; public sealed class {name} : Stryke.Web.Persistence.Migrations.Migration {{ public "
                + $"override void Change() {{ }} }}"
        );

    /// <summary>Runs the generator; a second run goes on from the first.</summary>
    public AppBuildResult Run()
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: _level,
            nullableContextOptions: NullableContextOptions.Enable
        );
        var compilation = CSharpCompilation.Create("blog", _trees.Values, References, options);
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new AppBuildResult(_driver.GetRunResult().Results.Single(), output);
    }

    private sealed class BuildProperties : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key switch
            {
                "build_property.RootNamespace" => "Blog",
                "build_property.ProjectDir" => ProjectDirectory,
                _ => "",
            };
            return value.Length > 0;
        }
    }
}
