using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Models.Uses;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>From the models: their columns, queries, materialisers, change tracking and rules, and STRYKE4xx.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = ModelSyntax.Models(context).WithTrackingName("Parsed");
        var tables = MigrationFacts.Tables(context).WithTrackingName("Tables");
        var models = parsed
            .Select(static (one, _) => one.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);
        var complete = models
            .Combine(tables)
            .Select(static (both, _) => Timestamps.Complete(both.Left, both.Right))
            .WithTrackingName("Models");
        var names = parsed
            .Select(static (one, _) => one.Model is { } model ? new TableName(model.Name, model.Table, one.Where!) : null)
            .Collect()
            .Select(static (all, _) => all.OfType<TableName>().ToEquatableArray())
            .WithTrackingName("Names");

        var uses = ColumnUses.All(context).WithTrackingName("Uses");
        var used = complete
            .Combine(uses)
            .Select(static (both, _) => MisspeltColumns.Of(both.Left, both.Right))
            .WithTrackingName("Misspelt");

        var written = used.Select(static (one, _) => one.Model).WithTrackingName("Written");
        context.RegisterSourceOutput(written, static (output, model) => Write(output, model));
        context.RegisterSourceOutput(
            used.SelectMany(static (one, _) => one.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );
        context.RegisterSourceOutput(
            parsed.SelectMany(static (one, _) => one.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );
        context.RegisterSourceOutput(
            parsed.SelectMany(static (one, _) => one.MisspeltTypes).Collect().Select(static (all, _) => all.Distinct().ToEquatableArray()),
            static (output, all) => WriteAliases(output, all)
        );
        context.RegisterSourceOutput(
            parsed.Select(static (one, _) => one.Misplaced).Where(static model => model is not null),
            static (output, model) =>
                output.AddSource($"Misplaced.{string.Join(".", model!.Headers).Replace('<', '_').Replace('>', '_')}.g.cs", model.Emit())
        );
        context.RegisterSourceOutput(names, static (output, all) => ReportDuplicates(output, all));
    }

    private static void Write(SourceProductionContext output, ModelDeclaration model)
    {
        string name = model.Namespace.Length == 0 ? model.Name : $"{model.Namespace}.{model.Name}";
        output.AddSource($"{name}.g.cs", ModelEmitter.Emit(model));
        output.AddSource($"{name}Table.g.cs", TableEmitter.Emit(model));
        output.AddSource($"{name}Query.g.cs", QueryEmitter.Emit(model));
        if (model.WritesJson)
            output.AddSource($"{name}Json.g.cs", JsonEmitter.Emit(model));
    }

    private static void WriteAliases(SourceProductionContext output, EquatableArray<MisspeltType> all)
    {
        if (all.Count == 0)
            return;
        var code = new CodeWriter().Header("types that do not exist, each of them an error");
        foreach (var type in all)
            code.Line($"global using {type.Name} = {type.Meant};");
        output.AddSource("MisspeltTypes.g.cs", code.ToString());
    }

    private static void ReportDuplicates(SourceProductionContext output, EquatableArray<TableName> all)
    {
        foreach (var table in all.GroupBy(one => one.Table))
        {
            var first = table.First();
            foreach (var second in table.Skip(1))
            {
                output.ReportDiagnostic(
                    DiagnosticInfo.At(second.Where, ModelsDiagnostics.DuplicateTable, first.Model, second.Model, table.Key).ToDiagnostic()
                );
            }
        }
    }
}
