using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Views;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>A small app of C# files and templates, run through the views' generator, compiled and loaded.</summary>
internal sealed class ViewCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Stryke.Web.Views;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(object).Assembly.Location)
            .Append(typeof(Template).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, TemplateText> _templates = [];
    private ImmutableArray<MetadataReference> _references = References;
    private readonly Dictionary<string, string> _sources = new() { ["/blog/Usings.cs"] = Usings };

    public static ViewCompilation Of(string path, string template) => new ViewCompilation().With(path, template);

    /// <summary>Adds (or replaces) a template, by its path below <c>app/views</c>, or a C# file, by its path in the app.</summary>
    public ViewCompilation With(string path, string text)
    {
        if (path.EndsWith(".cs", StringComparison.Ordinal))
            _sources["/blog/" + path] = text;
        else
            _templates["/blog/app/views/" + path] = new TemplateText("/blog/app/views/" + path, text);
        return this;
    }

    /// <summary>An app that does not reference Stryke.Web.Views.</summary>
    public ViewCompilation WithoutViews()
    {
        _sources.Clear();
        _references = [.. References.Where(reference => reference.Display != typeof(Template).Assembly.Location)];
        return this;
    }

    public CSharpCompilation Compilation() =>
        CSharpCompilation.Create(
            "Blog" + Guid.NewGuid().ToString("N"),
            _sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key, System.Text.Encoding.UTF8)),
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    public ImmutableArray<AdditionalText> Templates() => [.. _templates.Values.OrderBy(template => template.Path, StringComparer.Ordinal)];

    public GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create(
            [new ViewsGenerator().AsSourceGenerator()],
            Templates(),
            ParseOptions,
            new AppOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );

    /// <summary>What the generator reports, errors and hints, in the order of their places.</summary>
    public IReadOnlyList<Diagnostic> Reported() =>
        [
            .. Driver()
                .RunGenerators(Compilation())
                .GetRunResult()
                .Diagnostics.OrderBy(d => d.Location.GetLineSpan().Path)
                .ThenBy(d => d.Location.SourceSpan.Start),
        ];

    /// <summary>What the C# compiler says of the whole app, with what was generated in it: warnings and errors.</summary>
    public IReadOnlyList<Diagnostic> Compiled()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var all, out _);
        return [.. all.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>What a build says of the whole app, the generator and the compiler together: warnings and errors.</summary>
    public IReadOnlyList<Diagnostic> Built()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var all, out var reported);
        return [.. reported.Concat(all.GetDiagnostics()).Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>The C# that was written of one template (or form): by hint name.</summary>
    public string Generated(string hintName) =>
        Driver()
            .RunGenerators(Compilation())
            .GetRunResult()
            .Results.Single()
            .GeneratedSources.Single(source => source.HintName == hintName)
            .SourceText.ToString();

    /// <summary>Compiles and loads the app; anything that is reported on the way fails the spec.</summary>
    public ViewAssembly Load()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var all, out var reported);
        Assert.Empty(reported.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        using var image = new MemoryStream();
        var result = all.Emit(image);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("Blog", isCollectible: true).LoadFromStream(image);
        return new ViewAssembly(assembly);
    }
}
