using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads the rules of a column, and says which do not fit its type.</summary>
internal sealed class RuleReader(List<DiagnosticInfo> diagnostics, Compilation compilation)
{
    private readonly ExactNumber _exact = new(compilation);

    public IEnumerable<Rule> Read(IPropertySymbol property, ColumnType type)
    {
        foreach (var (name, data) in PersistenceNames.Attributes(property, PersistenceNames.Validation))
        {
            List<RuleArgument> arguments =
            [
                .. data.NamedArguments.Select(argument => new RuleArgument(argument.Key, Literal(argument.Value))),
            ];
            string? misfit = name switch
            {
                "Presence" => null,
                "Length" => Length(type, data, arguments),
                "Format" => Format(type, data, arguments),
                "Numericality" => Numericality(type, data, arguments),
                "Inclusion" => Inclusion(property, type, data, arguments),
                "Uniqueness" => Uniqueness(property, type, data, arguments),
                _ => "it is not for columns",
            };
            if (misfit is null)
                yield return new Rule(name, arguments.ToEquatableArray());
            else
                diagnostics.Add(DiagnosticInfo.At(Where(data, property), ModelsDiagnostics.RuleDoesNotFit, name, property.Name, misfit));
        }
    }

    private static string? Length(ColumnType type, AttributeData data, List<RuleArgument> arguments)
    {
        if (!type.IsText)
            return "it is no text";
        if (data.ConstructorArguments is { Length: 2 } limits && limits[0].Value is int min && limits[1].Value is int max)
        {
            arguments.Insert(0, new RuleArgument("Max", max.ToString(CultureInfo.InvariantCulture)));
            arguments.Insert(0, new RuleArgument("Min", min.ToString(CultureInfo.InvariantCulture)));
            if (min > max)
                return $"no text is at least {min} and at most {max} long";
        }
        return null;
    }

    private static string? Format(ColumnType type, AttributeData data, List<RuleArgument> arguments)
    {
        if (!type.IsText)
            return "it is no text";
        if (data.ConstructorArguments.FirstOrDefault().Value is not string pattern)
            return "it has no expression";
        arguments.Add(new RuleArgument("Pattern", SymbolDisplay.FormatLiteral(pattern, quote: true)));
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    private string? Inclusion(IPropertySymbol property, ColumnType type, AttributeData data, List<RuleArgument> arguments)
    {
        if (data.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Array, Values: { Length: > 0 } values })
            return "it has no values";
        var target = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional
            ? optional.TypeArguments[0]
            : property.Type;
        foreach (var value in values)
        {
            bool fits =
                value.Type is { } given
                && compilation is CSharpCompilation csharp
                && csharp.ClassifyConversion(given, target) is { IsImplicit: true, IsUserDefined: false };
            // An attribute cannot have a decimal; a double stands for one.
            fits |= type.Kind == ColumnKind.Decimal && value.Value is double;
            if (!fits || type.Kind is ColumnKind.Bytes)
                return $"{value.ToCSharpString()} is no {target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
        }
        bool isExact = type.Kind == ColumnKind.Decimal;
        List<string> literals =
        [
            .. values.Select((value, i) => isExact ? Decimal(_exact.At(data, i, values.Length, value)) : Literal(value)),
        ];
        if (literals.IndexOf("") is >= 0 and var misfit)
            return $"no decimal is {values[misfit].ToCSharpString()}";
        arguments.Add(new RuleArgument("Values", string.Join(" or ", literals)));
        return null;
    }

    // Bounds of decimals and of whole numbers are exact; those of doubles are doubles.
    private string? Numericality(ColumnType type, AttributeData data, List<RuleArgument> arguments)
    {
        if (!type.IsNumber)
            return "it is no number";
        foreach (var (name, value) in data.NamedArguments.Select(argument => (argument.Key, argument.Value)))
        {
            if (value.Value is not double bound)
                continue;
            string code = type.Kind == ColumnKind.Double ? Literal(value) : Decimal(_exact.Named(data, name, value));
            if (double.IsNaN(bound) || double.IsInfinity(bound))
                return $"nothing compares with {bound.ToString(CultureInfo.InvariantCulture)}";
            if (code.Length == 0)
                return $"no {type.Name} reaches {value.ToCSharpString()}";
            arguments[arguments.FindIndex(argument => argument.Name == name)] = new RuleArgument(name, code);
        }
        return null;
    }

    private static string Decimal(decimal? number) => number is { } some ? some.ToString(CultureInfo.InvariantCulture) + "m" : "";

    private static string? Uniqueness(IPropertySymbol property, ColumnType type, AttributeData data, List<RuleArgument> arguments)
    {
        if (type.Kind == ColumnKind.Bytes)
            return "bytes cannot be compared";
        if (PersistenceNames.Named(data, "Scope")?.Value is not string scope)
            return null;
        List<IPropertySymbol> columns =
        [
            .. property
                .ContainingType.GetMembers()
                .OfType<IPropertySymbol>()
                .Where(other => ColumnReader.TypeOf(other.Type) is { Kind: not ColumnKind.Bytes }),
        ];
        if (columns.FirstOrDefault(other => other.Name == scope) is not { } within)
        {
            return $"{property.ContainingType.Name} has no column {scope}, "
                + $"{NearestName.Suggest(scope, [.. columns.Select(other => other.Name)])}";
        }
        arguments.RemoveAll(argument => argument.Name == "Scope");
        if (within.IsPartialDefinition)
            arguments.Add(new RuleArgument("Scope", scope)); // else its own diagnostic says that it is no column
        return null;
    }

    private static string Literal(TypedConstant value) =>
        value.Value switch
        {
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            _ when value.Kind == TypedConstantKind.Enum => "global::" + value.ToCSharpString(),
            _ => value.ToCSharpString(),
        };

    private static SourceSpan Where(AttributeData data, IPropertySymbol property) =>
        SourceSpan.Of(data.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? property.Locations[0]);
}
