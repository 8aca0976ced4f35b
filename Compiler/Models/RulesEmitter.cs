using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes the checks that the attributes ask for, and calls the author's own.</summary>
internal static class RulesEmitter
{
    private const string Rules = Persistence + ".Validation.Rules";
    private const string Errors = Persistence + ".Errors errors";

    public static void Write(CodeWriter code, ModelDeclaration model)
    {
        List<string> checks = [.. Checks(model), .. Own(model, isAwaited: false).Select(method => $"{method}();")];
        WritePatterns(code, model);
        if (checks.Count > 0)
        {
            code.Line();
            using (code.Block($"protected override void CheckRules({Errors})"))
            {
                foreach (string check in checks)
                    code.Line(check);
            }
        }
        WriteDatabaseRules(code, model);
    }

    private static IEnumerable<string> Checks(ModelDeclaration model)
    {
        string table = model.Companion("Table");
        foreach (var association in model.Associations)
        {
            if (association is { IsMany: false, IsOptional: false })
                yield return $"{Rules}.Reference(errors, {table}.{association.ForeignKey}, {association.ForeignKey});";
        }
        foreach (var column in model.Columns)
        {
            foreach (var rule in column.Rules)
            {
                foreach (string check in Checks(column, rule, $"errors, {table}.{column.Name}, {column.Name}"))
                    yield return check;
            }
        }
    }

    private static IEnumerable<string> Checks(ColumnProperty column, Rule rule, string common)
    {
        string message = rule.MessageArgument;
        switch (rule.Name)
        {
            case "Presence":
                yield return $"{Rules}.Presence({common}{message});";
                break;
            case "Length":
                yield return $"{Rules}.Length({common}, {rule["Min"] ?? "0"}, {rule["Max"] ?? "int.MaxValue"}{message});";
                break;
            case "Format":
                yield return $"{Rules}.Format({common}, {PatternField(column)}{message});";
                break;
            case "Inclusion":
                string table = common.Substring(0, common.LastIndexOf(", ", StringComparison.Ordinal));
                string orNull = column.Type.IsNullable ? "null or " : "";
                yield return $"{Rules}.Inclusion({table}, {column.Name} is {orNull}{rule["Values"]}{message});";
                break;
            case "Numericality":
                string number = common.Insert(
                    common.LastIndexOf(", ", StringComparison.Ordinal) + 2,
                    column.Type.Kind == ColumnKind.Double ? "(double?)" : "(decimal?)"
                );
                if (rule["GreaterThan"] is { } greater)
                    yield return $"{Rules}.Above({number}, {greater}, orEqual: false{message});";
                if (rule["AtLeast"] is { } least)
                    yield return $"{Rules}.Above({number}, {least}, orEqual: true{message});";
                if (rule["LessThan"] is { } less)
                    yield return $"{Rules}.Below({number}, {less}, orEqual: false{message});";
                if (rule["AtMost"] is { } most)
                    yield return $"{Rules}.Below({number}, {most}, orEqual: true{message});";
                break;
        }
    }

    private static void WritePatterns(CodeWriter code, ModelDeclaration model)
    {
        foreach (var column in model.Columns)
        {
            if (column.Rules.FirstOrDefault(rule => rule.Name == "Format")?["Pattern"] is not { } pattern)
                continue;
            code.Line()
                .Line(
                    $"private static readonly global::System.Text.RegularExpressions.Regex {PatternField(column)} = "
                        + $"{Rules}.Pattern({pattern});"
                );
        }
    }

    private static void WriteDatabaseRules(CodeWriter code, ModelDeclaration model)
    {
        var unique = model
            .Columns.SelectMany(column =>
                column.Rules.Where(rule => rule.Name == "Uniqueness").Select(rule => (Column: column, Rule: rule))
            )
            .ToList();
        List<string> own = [.. Own(model, isAwaited: true)];
        if (unique.Count == 0 && own.Count == 0)
            return;
        string table = model.Companion("Table");
        code.Line();
        using (code.Block($"protected override async global::System.Threading.Tasks.ValueTask CheckDatabaseRules({Errors})"))
        {
            foreach (var (column, rule) in unique)
                WriteUnique(code, table, column, rule);
            foreach (string method in own)
                code.Line($"await {method}();");
        }
        if (unique.Count == 0)
            return;
        string bits = string.Join(" | ", unique.Select(one => $"1UL << {Math.Min(63, model.Columns.ToList().IndexOf(one.Column) + 1)}"));
        code.Line().Line($"protected override ulong UniqueColumns => {bits};");
    }

    private static void WriteUnique(CodeWriter code, string table, ColumnProperty column, Rule rule)
    {
        string? scope = rule["Scope"];
        string changed = $"HasChanged({table}.{column.Name})" + (scope is null ? "" : $" || HasChanged({table}.{scope})");
        string present = column.Type.IsNullable ? $"{column.Name} is not null && " : "";
        string within = scope is null ? "" : $" && row.{scope} == {scope}";
        code.Line($"if ({present}(IsNewRecord || {changed})");
        code.Line($"    && !{Rules}.HasFailed(errors, {table}.{column.Name})");
        using (code.Block($"    && await Where(row => row.{column.Name} == {column.Name} && row.Id != Id{within}).Any())"))
        {
            code.Line($"{Rules}.Taken(errors, {table}.{column.Name}{rule.MessageArgument});");
        }
    }

    private static string PatternField(ColumnProperty column) =>
        $"s_{char.ToLowerInvariant(column.Name[0])}{column.Name.Substring(1)}Format";

    private static IEnumerable<string> Own(ModelDeclaration model, bool isAwaited) =>
        model.Callbacks.Where(method => method.Moment == "Validate" && method.IsAwaited == isAwaited).Select(method => method.Name);
}
