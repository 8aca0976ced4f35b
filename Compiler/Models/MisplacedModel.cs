using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// A model that stands where none can be, which is reported. It gets an empty other half, so that C# does not list what it lacks.
/// </summary>
/// <param name="Name">The class.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Headers">The types that it stands in, and itself.</param>
/// <param name="Stubs">Its partial properties.</param>
internal sealed record MisplacedModel(string Name, string Namespace, EquatableArray<string> Headers, EquatableArray<StubProperty> Stubs)
{
    private const string None = "throw new global::System.InvalidOperationException();";

    public string Emit()
    {
        var code = new CodeWriter().Header(Name);
        if (Namespace.Length > 0)
            code.Line($"namespace {Namespace};").Line();
        var scopes = new Stack<CodeWriter.Scope>();
        foreach (string header in Headers)
            scopes.Push(code.Block(header));
        code.Line($"protected override {Persistence}.Table ModelTable => {None}");
        code.Line($"protected override {DbValue} ColumnValue(int ordinal) => {None}");
        code.Line($"protected override string? FormatColumn(int ordinal) => {None}");
        code.Line($"protected override string? ParseColumn(int ordinal, string? text) => {None}");
        code.Line($"protected override void ReadColumns({Sessions}.Row row) => {None}");
        foreach (var stub in Stubs)
            stub.Write(code);
        while (scopes.Count > 0)
            scopes.Pop().Dispose();
        return code.ToString();
    }
}
