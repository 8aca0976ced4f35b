using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>What MSBuild tells the compiler of an app: its root namespace and its folder.</summary>
internal sealed class AppOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.RootNamespace" => "Blog",
                "build_property.ProjectDir" => "/blog/",
                _ => null,
            };
            return value is not null;
        }
    }
}
