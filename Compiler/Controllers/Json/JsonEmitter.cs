using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Writes <c>AppJson</c>: for each type that an action answers with, and each type below it, a method that writes it.</summary>
internal sealed class JsonEmitter
{
    private const string Writer = "global::System.Text.Json.Utf8JsonWriter";

    private readonly CodeWriter _code = new();
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);

    public static string Emit(string space, EquatableArray<JsonGraph> graphs) => new JsonEmitter().Write(space, graphs);

    private string Write(string space, EquatableArray<JsonGraph> graphs)
    {
        List<JsonType> types = [.. graphs.SelectMany(g => g.Types).GroupBy(t => t.TypeName).Select(g => g.First()).OrderBy(t => t.TypeName, StringComparer.Ordinal)];
        foreach (JsonType type in types) _methods[type.TypeName] = Unique(MethodName(type.TypeName), _methods.Values);
        _code.Header("the values that actions answer with as JSON");
        // Any reference may be null here, and is looked at.
        _code.Line("#nullable disable").Line();
        if (space.Length > 0) _code.Line($"namespace {space};").Line();
        _code.Line("/// <summary>Writes the app's values as JSON.</summary>");
        using (_code.Block("internal static class AppJson"))
        {
            CollectNames(types);
            foreach (var name in _names) _code.Line($"private static readonly global::System.Text.Json.JsonEncodedText {name.Value} = global::System.Text.Json.JsonEncodedText.Encode({Literal(name.Key)});");
            if (_names.Count > 0) _code.Line();
            _code.Line("/// <summary>Hands the writers over. May be called more than once.</summary>");
            using (_code.Block("internal static void Register()"))
            {
                foreach (string root in graphs.Where(g => g.Root is not null).Select(g => g.Root!).Distinct().OrderBy(n => n, StringComparer.Ordinal))
                    _code.Line($"global::Stryke.Web.Controllers.Json.JsonWriters<{root}>.Write = {_methods[root]};");
            }
            foreach (JsonType type in types)
            {
                _code.Line();
                WriteType(type);
            }
        }
        return _code.ToString();
    }

    private void WriteType(JsonType type)
    {
        bool isReference = type is { IsNullable: true, Kind: not JsonKind.Nullable };
        using (_code.Block($"private static void {_methods[type.TypeName]}({Writer} writer, {type.TypeName} value)"))
        {
            if (isReference)
            {
                using (_code.Block("if (value is null)"))
                {
                    _code.Line("writer.WriteNullValue();");
                    _code.Line("return;");
                }
            }
            WriteValue(type);
        }
    }

    private void WriteValue(JsonType type)
    {
        switch (type.Kind)
        {
            case JsonKind.String:
                _code.Line("writer.WriteStringValue(value);");
                break;
            case JsonKind.Formatted:
                _code.Line($"writer.WriteStringValue({Formatted(type.TypeName)});");
                break;
            case JsonKind.Number:
                _code.Line("writer.WriteNumberValue(value);");
                break;
            case JsonKind.Bool:
                _code.Line("writer.WriteBooleanValue(value);");
                break;
            case JsonKind.Enum:
                WriteEnum(type);
                break;
            case JsonKind.Nullable:
                _code.Line($"if (value is {{ }} some) {_methods[type.Item!]}(writer, some);");
                _code.Line("else writer.WriteNullValue();");
                break;
            case JsonKind.Array or JsonKind.Sequence:
                WriteList(type);
                break;
            case JsonKind.Map:
                WriteMap(type);
                break;
            default:
                WriteObject(type);
                break;
        }
    }

    private void WriteEnum(JsonType type)
    {
        using (_code.Block("switch (value)"))
        {
            foreach (JsonMember member in type.Members)
            {
                _code.Line($"case {type.TypeName}.{Escaped(member.Name)}:");
                _code.Line($"    writer.WriteStringValue({_names[member.JsonName]});");
                _code.Line("    break;");
            }
            // A value without a name, or several flags at once.
            _code.Line("default:");
            _code.Line("    writer.WriteStringValue(value.ToString());");
            _code.Line("    break;");
        }
    }

    private void WriteList(JsonType type)
    {
        _code.Line("writer.WriteStartArray();");
        if (type.Kind == JsonKind.Array)
        {
            bool isArray = type.TypeName.EndsWith("[]", StringComparison.Ordinal);
            string list = isArray ? "value" : "items";
            if (!isArray) _code.Line($"global::System.Collections.Generic.IReadOnlyList<{type.Item}> items = value;");
            _code.Line($"for (int i = 0; i < {list}.{(isArray ? "Length" : "Count")}; i++) {_methods[type.Item!]}(writer, {list}[i]);");
        }
        else
        {
            _code.Line($"foreach (var item in value) {_methods[type.Item!]}(writer, item);");
        }
        _code.Line("writer.WriteEndArray();");
    }

    private void WriteMap(JsonType type)
    {
        _code.Line("writer.WriteStartObject();");
        using (_code.Block("foreach (var pair in value)"))
        {
            _code.Line("writer.WritePropertyName(pair.Key);");
            _code.Line($"{_methods[type.Item!]}(writer, pair.Value);");
        }
        _code.Line("writer.WriteEndObject();");
    }

    private void WriteObject(JsonType type)
    {
        _code.Line("writer.WriteStartObject();");
        foreach (JsonMember member in type.Members)
        {
            _code.Line($"writer.WritePropertyName({_names[member.JsonName]});");
            _code.Line($"{_methods[member.TypeName]}(writer, value.{Escaped(member.Name)});");
        }
        _code.Line("writer.WriteEndObject();");
    }

    private void CollectNames(List<JsonType> types)
    {
        foreach (string name in types.SelectMany(t => t.Members).Select(m => m.JsonName).Distinct().OrderBy(n => n, StringComparer.Ordinal))
            _names[name] = Unique(MethodName(name) + "Name", _names.Values);
    }

    private static string Formatted(string type) => type switch
    {
        "char" => "value.ToString()",
        "global::System.DateOnly" or "global::System.TimeOnly" => "value.ToString(\"O\", global::System.Globalization.CultureInfo.InvariantCulture)",
        "global::System.Uri" => "value.OriginalString",
        _ => "value.ToString(\"c\", global::System.Globalization.CultureInfo.InvariantCulture)",
    };

    private static string MethodName(string name)
    {
        string last = string.Join("_", name.Replace("global::", "").Split('<').Select(part => part.Substring(part.LastIndexOf('.') + 1)));
        string text = Naming.PascalCase(new string(last.Replace("[]", "_list").Replace("?", "_maybe").Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray()));
        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text;
    }

    private static string Unique(string name, ICollection<string> taken)
    {
        string unique = name;
        for (int i = 2; taken.Contains(unique) || unique is "Register"; i++) unique = $"{name}{i}";
        return unique;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
