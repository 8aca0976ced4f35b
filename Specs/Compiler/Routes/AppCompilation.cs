using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Stryke.Web.Compiler.Controllers.Json;
using Stryke.Web.Compiler.Dispatch;
using Stryke.Web.Compiler.Models;
using Stryke.Web.Compiler.Routes;
using Stryke.Web.Compiler.Views;
using Stryke.Web.Specs.Compiler.Views;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

/// <summary>An app's source, compiled in memory with the generators of routes and controllers.</summary>
internal sealed class AppCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Stryke.Web.Controllers;
        global using Stryke.Web.Http;
        global using Stryke.Web.Middleware;
        global using Stryke.Web.Middleware.Errors;
        global using Stryke.Web.Middleware.Steps;
        global using Stryke.Web.Middleware.Uploads;
        global using Stryke.Web.Routing;
        global using Stryke.Web.Views;
        """;

    private const string ModelUsings = "global using Stryke.Web.Persistence; global using Stryke.Web.Persistence.Validation;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    // Without Persistence: apps here bring a model of their own, whose other half needs no generator.
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Assemblies().Where(path => !IsPersistence(path)).Select(path => MetadataReference.CreateFromFile(path)),
    ];
    private static readonly MetadataReference Persistence = MetadataReference.CreateFromFile(Assemblies().Single(IsPersistence));

    private static readonly ConcurrentDictionary<string, byte[]> Images = [];

    private readonly Compilation _output;
    private readonly GeneratorDriverRunResult _result;

    private IReadOnlyList<Diagnostic>? _analyzed;
    private byte[]? _image;

    private AppCompilation(string[] sources, AdditionalText[] templates, bool hasModels = false)
    {
        Input = CSharpCompilation.Create(
            "app" + Guid.NewGuid().ToString("N"),
            (hasModels ? sources.Prepend(Usings + "\n" + ModelUsings) : sources.Prepend(Usings)).Select(
                (text, i) => CSharpSyntaxTree.ParseText(text, Parsing, $"/app/File{i}.cs")
            ),
            hasModels ? [.. References, Persistence] : References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        var driver =
            templates.Length == 0
                ? NewDriver()
                : NewDriver()
                    .AddGenerators([new ViewsGenerator().AsSourceGenerator()])
                    .AddAdditionalTexts([.. templates])
                    .WithUpdatedAnalyzerConfigOptions(new AppOptions());
        if (hasModels)
            driver = driver.AddGenerators([new ModelsGenerator().AsSourceGenerator()]);
        Driver = driver.RunGenerators(Input);
        _result = Driver.GetRunResult();
        Driver.RunGeneratorsAndUpdateCompilation(Input, out _output, out _);
    }

    public CSharpCompilation Input { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>What the generators and the analyzer of <c>Json(…)</c> complain about.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        _analyzed ??= [
            .. _result.Diagnostics,
            .. _output.WithAnalyzers([new JsonCallAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult(),
        ];

    public static AppCompilation Of(params string[] sources) => new(sources, []);

    /// <summary>An app with real models, whose other half is generated as well.</summary>
    public static AppCompilation WithModels(params string[] sources) => new(sources, [], hasModels: true);

    /// <summary>An app of one source in the namespace Blog and one template, by its path below <c>app/views</c>.</summary>
    public static AppCompilation WithTemplate(string source, string path, string template) =>
        new([source], [new TemplateText("/blog/app/views/" + path, template)]);

    public static GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create(
            [new RoutesGenerator().AsSourceGenerator(), new ControllersGenerator().AsSourceGenerator()],
            parseOptions: Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path);

    /// <summary>A generated file.</summary>
    public string Source(string name) => _result.GeneratedTrees.Single(t => Path.GetFileName(t.FilePath) == name).ToString();

    /// <summary>Fails when the app does not compile, warnings included.</summary>
    public AppCompilation Builds()
    {
        Assert.Empty(Diagnostics);
        Assert.Empty(_output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return this;
    }

    /// <summary>The compiler's own complaints, with the generated code in place.</summary>
    public IReadOnlyList<Diagnostic> Errors() => [.. _output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    /// <summary>Loads an app that builds: once more each time, so that its statics are its own.</summary>
    public Assembly Load() => _image is null ? Builds().LoadAnyway() : LoadImage(_image);

    /// <summary>Loads an app that the generators complain about, as far as the compiler itself is content.</summary>
    public Assembly LoadAnyway()
    {
        using var image = new MemoryStream();
        Assert.Empty(_output.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return LoadImage(_image = image.ToArray());
    }

    /// <summary>Loads an app of one source, which is compiled once however many specs load it.</summary>
    public static Assembly Load(string source)
    {
        if (Images.TryGetValue(source, out byte[]? image))
            return LoadImage(image);
        var app = Of(source);
        var loaded = app.Load();
        Images[source] = app._image!;
        return loaded;
    }

    private static Assembly LoadImage(byte[] image) =>
        new AssemblyLoadContext("app", isCollectible: false).LoadFromStream(new MemoryStream(image));

    /// <summary>The only diagnostic of that id, as "line:column text under it".</summary>
    public string Only(string id)
    {
        var diagnostic = Assert.Single(Diagnostics, d => d.Id == id);
        var place = diagnostic.Location.GetLineSpan();
        var tree = Input.SyntaxTrees.Single(t => t.FilePath == place.Path);
        string text = tree.GetText().ToString(diagnostic.Location.SourceSpan);
        return $"{place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1} {text}";
    }

    private static IEnumerable<string> Assemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists);

    private static bool IsPersistence(string path) => Path.GetFileName(path) == "Stryke.Web.Persistence.dll";

    public string Message(string id) =>
        Assert.Single(Diagnostics, d => d.Id == id).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
