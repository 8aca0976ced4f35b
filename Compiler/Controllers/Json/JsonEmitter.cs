using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Writes <c>AppJson</c>: for each type that an action answers with, and each type below it, a method that writes it.</summary>
internal sealed class JsonEmitter
{
    private const string Text = "global::Stryke.Web.Controllers.Json.JsonValueWriter";
    private const string Errors = "global::" + KnownTypes.Errors;

    private const string ErrorsAnswer = "WriteErrorsAnswer";
    private const string ErrorsValue =
        "json.Errors(global::System.Linq.Enumerable.Select(value, static error => (error.Column?.PropertyName, error.Message)));";

    private readonly CodeWriter _code = new();
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="space">The app's namespace.</param>
    /// <param name="graphs">What is written.</param>
    /// <param name="hasModels">Whether the app has models, and so <c>Json(post.Errors)</c>.</param>
    public static string Emit(string space, EquatableArray<JsonGraph> graphs, bool hasModels) =>
        new JsonEmitter().Write(space, graphs, hasModels);

    private string Write(string space, EquatableArray<JsonGraph> graphs, bool hasModels)
    {
        List<JsonType> types =
        [
            .. graphs
                .SelectMany(g => g.Types)
                .GroupBy(t => t.TypeName)
                .Select(g => g.First())
                .OrderBy(t => t.TypeName, StringComparer.Ordinal),
        ];
        foreach (var type in types)
            _methods[type.TypeName] = Unique(MethodName(type.TypeName), _methods.Values);
        _code.Header("the values that actions answer with as JSON");
        // Any reference may be null here, and is looked at.
        _code.Line("#nullable disable").Line();
        if (space.Length > 0)
            _code.Line($"namespace {space};").Line();
        _code.Line("/// <summary>Writes the app's values as JSON.</summary>");
        using (_code.Block("internal static class AppJson"))
        {
            CollectNames(types);
            foreach (var name in _names)
            {
                _code.Line(
                    $"private static readonly global::System.Text.Json.JsonEncodedText {name.Value} = "
                        + $"global::System.Text.Json.JsonEncodedText.Encode({Literal(name.Key)});"
                );
            }

            if (_names.Count > 0)
                _code.Line();
            _code.Line("/// <summary>Hands the writers over. May be called more than once.</summary>");
            using (_code.Block("internal static void Register()"))
            {
                foreach (var type in types.Where(t => t.Kind != JsonKind.Errors))
                    _code.Line($"{Registration(type.TypeName)} = {_methods[type.TypeName]};");
                if (hasModels)
                    _code.Line($"{Registration(Errors)} = {ErrorsAnswer};");
            }
            if (hasModels)
                WriteErrorsAnswer();
            foreach (var type in types)
            {
                _code.Line();
                WriteType(type);
            }
        }
        return _code.ToString();
    }

    private static string Registration(string type) => $"global::Stryke.Web.Controllers.Json.JsonWriters<{type}>.Write";

    /// <summary>As an answer, errors stand in an object of their own; within a value they are the value of a member.</summary>
    private void WriteErrorsAnswer()
    {
        _code.Line();
        using (_code.Block($"private static void {ErrorsAnswer}({Text} json, {Errors} value)"))
        {
            _code.Line("json.Writer.WriteStartObject();");
            _code.Line("json.Name(\"errors\"u8);");
            _code.Line(ErrorsValue);
            _code.Line("json.Writer.WriteEndObject();");
        }
    }

    private void WriteType(JsonType type)
    {
        bool isReference = type is { IsNullable: true, Kind: not JsonKind.Nullable };
        using (_code.Block($"private static void {_methods[type.TypeName]}({Text} json, {type.TypeName} value)"))
        {
            if (isReference)
            {
                using (_code.Block("if (value is null)"))
                {
                    _code.Line("json.Null();");
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
            case JsonKind.Value:
                _code.Line("json.Value(value);");
                break;
            case JsonKind.Record:
                _code.Line("json.Record(value);");
                break;
            case JsonKind.Errors:
                _code.Line(ErrorsValue);
                break;
            case JsonKind.Enum:
                WriteEnum(type);
                break;
            case JsonKind.Nullable:
                _code.Line($"if (value is {{ }} some) {_methods[type.Item!]}(json, some);");
                _code.Line("else json.Null();");
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
            foreach (var member in type.Members)
            {
                _code.Line($"case {type.TypeName}.{Escaped(member.Name)}:");
                _code.Line($"    json.Writer.WriteStringValue({_names[member.JsonName]});");
                _code.Line("    break;");
            }
            // A value without a name, or several flags at once.
            _code.Line("default:");
            _code.Line("    json.Writer.WriteStringValue(value.ToString());");
            _code.Line("    break;");
        }
    }

    private void WriteList(JsonType type)
    {
        _code.Line("json.Writer.WriteStartArray();");
        if (type.Kind == JsonKind.Array)
        {
            bool isArray = type.TypeName.EndsWith("[]", StringComparison.Ordinal);
            string list = isArray ? "value" : "items";
            if (!isArray)
                _code.Line($"global::System.Collections.Generic.IReadOnlyList<{type.Item}> items = value;");
            _code.Line($"for (int i = 0; i < {list}.{(isArray ? "Length" : "Count")}; i++) {_methods[type.Item!]}(json, {list}[i]);");
        }
        else
        {
            _code.Line($"foreach (var item in value) {_methods[type.Item!]}(json, item);");
        }
        _code.Line("json.Writer.WriteEndArray();");
    }

    private void WriteMap(JsonType type)
    {
        _code.Line("json.Writer.WriteStartObject();");
        using (_code.Block("foreach (var pair in value)"))
        {
            _code.Line("json.Writer.WritePropertyName(pair.Key);");
            _code.Line($"{_methods[type.Item!]}(json, pair.Value);");
        }
        _code.Line("json.Writer.WriteEndObject();");
    }

    private void WriteObject(JsonType type)
    {
        _code.Line("json.Writer.WriteStartObject();");
        foreach (var member in type.Members)
        {
            _code.Line($"json.Writer.WritePropertyName({_names[member.JsonName]});");
            _code.Line($"{_methods[member.TypeName]}(json, value.{Escaped(member.Name)});");
        }
        _code.Line("json.Writer.WriteEndObject();");
    }

    private void CollectNames(List<JsonType> types)
    {
        foreach (string name in types.SelectMany(t => t.Members).Select(m => m.JsonName).Distinct().OrderBy(n => n, StringComparer.Ordinal))
            _names[name] = Unique(MethodName(name) + "Name", _names.Values);
    }

    private static string MethodName(string name)
    {
        string last = string.Join("_", name.Replace("global::", "").Split('<').Select(part => part.Substring(part.LastIndexOf('.') + 1)));
        string text = Naming.PascalCase(
            new string(last.Replace("[]", "_list").Replace("?", "_maybe").Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray())
        );
        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text;
    }

    private static string Unique(string name, ICollection<string> taken)
    {
        string unique = name;
        for (int i = 2; taken.Contains(unique) || unique is "Register" or ErrorsAnswer; i++)
            unique = $"{name}{i}";
        return unique;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
