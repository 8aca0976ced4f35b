using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Models;

namespace Stryke.Web.Specs.Compiler.Models;

/// <summary>The models of an app that is compiled in memory, with the generator.</summary>
internal sealed class ModelCompilation
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13);

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "Stryke.Web.Persistence.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableArray<(string Path, string Text)> _files;

    public ModelCompilation(params (string Path, string Text)[] files) => _files = [.. files];

    /// <summary>The app, before anything is generated.</summary>
    public CSharpCompilation Compilation() =>
        CSharpCompilation.Create(
            "blog",
            _files.Select(file => CSharpSyntaxTree.ParseText(Usings + file.Text, Parse, file.Path)),
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    public static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create(
            [new ModelsGenerator().AsSourceGenerator()],
            parseOptions: Parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );

    /// <summary>The same compilation with one file edited, as an editor makes it: the other trees are the same objects.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string path, string text)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Usings + text, Parse, path));
    }

    /// <summary>What the generator wrote, by file name, and all that it and the compiler then say.</summary>
    public (IReadOnlyDictionary<string, string> Files, IReadOnlyList<Diagnostic> Diagnostics) Run()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var after, out var said);
        var files = driver
            .GetRunResult()
            .Results.Single()
            .GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return (files, [.. said, .. after.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)]);
    }

    /// <summary>One line, so that lines in the specs count from 2.</summary>
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using "
        + "Stryke.Web.Persistence; using Stryke.Web.Persistence.Migrations; using Stryke.Web.Persistence.Queries; using "
        + "Stryke.Web.Persistence.Validation;\n";
}
