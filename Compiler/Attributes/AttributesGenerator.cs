using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Attributes;

/// <summary>
/// Says what was meant by an attribute that does not exist. It is written too, empty, so that C# does not report it once with and once
/// without its suffix on top; as that only happens together with an error, it hides nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AttributesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var unknown = context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is AttributeSyntax,
                static (syntax, cancel) => AttributeReader.Read(syntax, cancel)
            )
            .Where(static attribute => attribute is not null)
            .Collect()
            .Select(static (all, _) => all.Select(attribute => attribute!).ToEquatableArray())
            .WithTrackingName("Unknown");
        context.RegisterSourceOutput(
            unknown,
            static (output, all) =>
            {
                if (all.Count == 0)
                    return;
                foreach (var one in all)
                {
                    output.ReportDiagnostic(
                        DiagnosticInfo.At(one.Where, AttributesDiagnostics.Unknown, one.Name, one.Advice).ToDiagnostic()
                    );
                }

                output.AddSource("UnknownAttributes.g.cs", Emit(all));
            }
        );
    }

    private static string Emit(EquatableArray<UnknownAttribute> all)
    {
        var code = new CodeWriter().Header("attributes that do not exist, each of them an error");
        foreach (var same in all.GroupBy(ClassOf))
        {
            var arguments = same.SelectMany(one => one.Arguments)
                .GroupBy(argument => argument.Substring(argument.IndexOf(' ')))
                .Select(named => named.First());
            code.Line("[global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = true)]");
            using (code.Block($"internal sealed class {same.Key}(params object?[] values) : global::System.Attribute"))
            {
                code.Line("public object?[] Values => values;");
                foreach (string argument in arguments)
                    code.Line($"public {argument} {{ get; set; }}");
            }
            code.Line();
        }
        return code.ToString();
    }

    private static string ClassOf(UnknownAttribute one) =>
        one.Name.EndsWith("Attribute", StringComparison.Ordinal) ? one.Name : one.Name + "Attribute";
}
