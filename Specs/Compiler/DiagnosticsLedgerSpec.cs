using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Text;
using Xunit;

namespace Stryke.Web.Specs.Compiler;

/// <summary>Holds <c>docs/diagnostics.md</c> to what the compiler can say.</summary>
public sealed class DiagnosticsLedgerSpec
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(CodeWriter)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Diagnostics", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void No_two_diagnostics_share_an_id() =>
        Assert.Empty(Descriptors.GroupBy(descriptor => descriptor.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_diagnostic_is_documented_under_its_id_and_title()
    {
        string[] documented = Rows();
        Assert.NotEmpty(Descriptors);
        Assert.Empty(Descriptors.Select(descriptor => $"| {descriptor.Id} | {descriptor.Title} |").Except(documented));
    }

    [Fact]
    public void Nothing_is_documented_that_the_compiler_cannot_say() =>
        Assert.Empty(Rows().Except(Descriptors.Select(descriptor => $"| {descriptor.Id} | {descriptor.Title} |")));

    // The first two cells of each row.
    private static string[] Rows() =>
        [
            .. File.ReadLines(Path.Combine(Folder(), "..", "..", "docs", "diagnostics.md"))
                .Where(line => line.StartsWith("| STRYKE", StringComparison.Ordinal))
                .Select(line => string.Join('|', line.Split('|')[..3]) + "|"),
        ];

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
