using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>A template in memory, as the compiler is given one.</summary>
internal sealed class TemplateText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
}
