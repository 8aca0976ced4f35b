using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Views;
using Stryke.Web.Compiler.Views.Model;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>No rule of templates complains about those that people of this house wrote before there was the rule.</summary>
public sealed class RepositoryTemplatesSpec
{
    public static TheoryData<string> Templates =>
        [
            .. new[] { "Examples", "Perf" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.erb", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(Root(), file)),
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_of_the_repository_is_sound(string file)
    {
        var name = ViewName.Of(file.Replace('\\', '/'), "");
        var view = ViewParser.Parse(name, SourceText.From(File.ReadAllText(Path.Combine(Root(), file))));
        Assert.DoesNotContain(view.Diagnostics, d => d.Rule.DefaultSeverity == DiagnosticSeverity.Error);
    }

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
