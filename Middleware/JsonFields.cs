using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// Reads a JSON body into the fields that a form would have: <c>{"post":{"title":"A","tags":["a","b"]}}</c> is <c>post[title]</c> and twice
/// <c>post[tags][]</c>, and an object in an array has its index, <c>items[0][name]</c>. Numbers and truth values are the text that was
/// sent, null is the empty text. A body that is no object is <c>_json</c>.
/// </summary>
internal ref struct JsonFields
{
    /// <summary>How deep arrays and objects may stand in each other.</summary>
    internal const int MaxDepth = 32;

    /// <summary>
    /// Characters of the longest name of a field, all that it stands in included: a long name above many fields would multiply the body.
    /// </summary>
    internal const int MaxNameLength = 1024;

    private const string Top = "_json";

    private readonly FormFields _fields;
    private readonly int _maxFields;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Utf8JsonReader _reader;
    private int _containers;

    private JsonFields(ReadOnlySpan<byte> body, FormFields fields, int maxFields)
    {
        _fields = fields;
        _maxFields = maxFields;
        _reader = new Utf8JsonReader(body);
    }

    /// <summary>Reads a whole body, with at most so many fields, and so many arrays and objects.</summary>
    /// <exception cref="BadRequestException">
    /// It is no JSON, names something twice, or is beyond a bound; the message says which and where.
    /// </exception>
    internal static void Read(ReadOnlySpan<byte> body, FormFields fields, int maxFields)
    {
        // RFC 8259 §8.1: UTF-8 it is; a byte order mark may be ignored.
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!Utf8.IsValid(body))
            throw new BadRequestException("The JSON body is not UTF-8.");
        var json = new JsonFields(body, fields, maxFields);
        try
        {
            json.ReadBody();
        }
        catch (JsonException fault)
        {
            throw new BadRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
                )
            );
        }
        catch (InvalidOperationException)
        {
            throw new BadRequestException("The JSON body has a text with half a surrogate pair (\\uD800 to \\uDFFF).");
        }
    }

    private void ReadBody()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartObject)
            ReadObject(null);
        else
            ReadValue(Top, Top);
        _reader.Read();
    }

    /// <summary>Reads what the reader stands at.</summary>
    /// <param name="name">The name of the field, should it be one value.</param>
    /// <param name="container">The name of what is in it, should it be an object or an array.</param>
    private void ReadValue(string name, string container)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(container);
                break;
            case JsonTokenType.StartArray:
                ReadArray(container);
                break;
            case JsonTokenType.String:
                _fields.Add(name, _reader.GetString()!, "JSON body");
                break;
            case JsonTokenType.Null:
                _fields.Add(name, "", "JSON body");
                break;
            default:
                _fields.Add(name, Encoding.ASCII.GetString(_reader.ValueSpan), "JSON body");
                break;
        }
    }

    private void ReadObject(string? name)
    {
        EnterContainer();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string member = Named(name is null ? _reader.GetString()! : $"{name}[{_reader.GetString()}]");
            if (!_names.Add(member))
                throw new BadRequestException($"The JSON body names {member} twice.");
            _reader.Read();
            ReadValue(member, member);
        }
    }

    private void ReadArray(string name)
    {
        EnterContainer();
        string value = Named(name + "[]");
        for (int index = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; index++)
        {
            bool isContainer = _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            ReadValue(value, isContainer ? Named(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]")) : value);
        }
    }

    private static string Named(string name) =>
        name.Length <= MaxNameLength
            ? name
            : throw new BadRequestException($"The JSON body has a name of more than {MaxNameLength} characters, with the names around it.");

    // Empty ones leave no field, and must be bounded all the same.
    private void EnterContainer()
    {
        if (_reader.CurrentDepth >= MaxDepth)
            throw new BadRequestException($"The JSON body is nested more than {MaxDepth} levels deep.");
        if (++_containers > _maxFields)
        {
            throw new BadRequestException($"The JSON body has more than {_maxFields} arrays and objects.")
            {
                Limit = new LimitReached(RequestLimit.Fields),
            };
        }
    }
}
