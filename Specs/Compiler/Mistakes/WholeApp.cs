using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Specs.Compiler.Views;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>
/// A whole app in memory, compiled as a build compiles it: every generator and analyzer of the compiler, every run-time
/// assembly.
/// </summary>
internal sealed class WholeApp
{
    private const string Folder = "/blog/";

    // What Stryke.Web.App.props brings into scope, with the SDK's implicit usings.
    private static readonly string Usings = string.Concat(
        new[]
        {
            "System",
            "System.Collections.Generic",
            "System.IO",
            "System.Linq",
            "System.Net.Http",
            "System.Threading",
            "System.Threading.Tasks",
            "Stryke.Web.Actors.Services",
            "Stryke.Web.Controllers",
            "Stryke.Web.Host",
            "Stryke.Web.Http",
            "Stryke.Web.Middleware",
            "Stryke.Web.Middleware.Errors",
            "Stryke.Web.Middleware.Steps",
            "Stryke.Web.Middleware.Uploads",
            "Stryke.Web.Persistence",
            "Stryke.Web.Persistence.Migrations",
            "Stryke.Web.Persistence.Queries",
            "Stryke.Web.Persistence.Validation",
            "Stryke.Web.Routing",
            "Stryke.Web.Text.Settings",
            "Stryke.Web.Views",
        }.Select(space => $"global using {space};\n")
    );

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || IsOurs(name)))
            .Append(typeof(object).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableDictionary<string, string> _files;

    private WholeApp(ImmutableDictionary<string, string> files) => _files = files;

    /// <summary>The app without a mistake.</summary>
    public static WholeApp Correct { get; } = new(WholeAppFiles.All);

    public WholeApp With(string path, string text) => new(_files.SetItem(path, text));

    /// <summary>The app with one passage written differently; the passage must be there once.</summary>
    public WholeApp With(string path, string passage, string instead)
    {
        string text = _files[path];
        int at = text.IndexOf(passage, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(passage, at + 1, StringComparison.Ordinal) >= 0)
            throw new ArgumentException($"'{passage}' stands not once in {path}.", nameof(passage));
        return With(path, text.Remove(at, passage.Length).Insert(at, instead));
    }

    /// <summary>The number of the line in which a passage begins.</summary>
    public int LineOf(string path, string passage)
    {
        int at = _files[path].IndexOf(passage, StringComparison.Ordinal);
        return at < 0
            ? throw new ArgumentException($"'{passage}' does not stand in {path}.", nameof(passage))
            : _files[path].Take(at).Count(c => c == '\n') + 1;
    }

    /// <summary>Everything that a build would show: warnings and errors of generators, analyzers and C#.</summary>
    /// <param name="warningsAreErrors">As <c>TreatWarningsAsErrors</c> of the app says.</param>
    public async Task<IReadOnlyList<Diagnostic>> Build(bool warningsAreErrors = false)
    {
        var (whole, generated) = Compile(warningsAreErrors);
        // The C# compiler does not look into bodies while something is wrong with declarations.
        var declared = whole.GetDeclarationDiagnostics();
        if (declared.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return Shown(generated.Concat(declared));
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(CodeWriter)
                .Assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), false))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        return Shown(generated.Concat(await whole.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync()).Concat(whole.GetDiagnostics()));
    }

    /// <summary>The app as an assembly, to be run.</summary>
    public Assembly Load()
    {
        var (whole, generated) = Compile(warningsAreErrors: false);
        using var image = new MemoryStream();
        var errors = generated.Concat(whole.Emit(image).Diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join('\n', errors));
        image.Position = 0;
        return new AssemblyLoadContext("app", isCollectible: false).LoadFromStream(image);
    }

    /// <summary>A diagnostic as a build shows it, in short: <c>STRYKE403 app/models/Ticket.cs:3</c>.</summary>
    public static string Short(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return $"{diagnostic.Id} {span.Path?.Replace(Folder, "", StringComparison.Ordinal)}:{span.StartLinePosition.Line + 1}";
    }

    private (Compilation Whole, ImmutableArray<Diagnostic> Generated) Compile(bool warningsAreErrors)
    {
        var types = typeof(CodeWriter).Assembly.GetTypes();
        ISourceGenerator[] generators =
        [
            .. types
                .Where(type => type.IsDefined(typeof(GeneratorAttribute), false))
                .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
        ];
        AdditionalText[] templates = [.. Of(".erb").Select(file => new TemplateText(Folder + file.Key, file.Value))];
        var compilation = CSharpCompilation.Create(
            "blog",
            Of(".cs")
                .Select(file => CSharpSyntaxTree.ParseText(file.Value, Parsing, Folder + file.Key, System.Text.Encoding.UTF8))
                .Prepend(CSharpSyntaxTree.ParseText(Usings, Parsing)),
            References,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: warningsAreErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default
            )
        );

        CSharpGeneratorDriver
            .Create(generators, templates, Parsing, new AppOptions())
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out var generated);
        return (whole, generated);
    }

    private static IReadOnlyList<Diagnostic> Shown(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    private IEnumerable<KeyValuePair<string, string>> Of(string extension) =>
        _files.Where(file => file.Key.EndsWith(extension, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal);

    private static bool IsOurs(string name) =>
        name.StartsWith("Stryke.Web.", StringComparison.Ordinal)
        && name is not ("Stryke.Web.Specs.dll" or "Stryke.Web.Compiler.dll" or "Stryke.Web.Perf.Runner.dll");
}
