using System.Diagnostics.CodeAnalysis;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// The fields of a form (urlencoded, or the text of one with files), of a JSON body or of a query, decoded and in the order they were sent.
/// A name may come more than once: the last one counts, as a check box and its hidden twin need it; <see cref="All"/> gives every one.
/// </summary>
public sealed class FormFields
{
    /// <summary>
    /// The most fields that are read unless <see cref="RequestServices.MaxFields"/> says otherwise; a request with more is answered with
    /// 400.
    /// </summary>
    public const int MaxFields = HttpOptions.DefaultMaxFields;

    private readonly int _maxFields;
    private readonly List<SubmittedField> _fields = [];
    private bool _isOpen;

    internal FormFields(int maxFields = MaxFields) => _maxFields = maxFields;

    /// <summary>How many fields there are.</summary>
    public int Count => _fields.Count;

    /// <summary>A field by its place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public SubmittedField this[int index] => _fields[index];

    /// <summary>The last value of that name, or null when there is none. Names are case-sensitive.</summary>
    public string? this[string name] => TryGet(name, out string? value) ? value : null;

    /// <summary>Whether a field of that name was sent.</summary>
    public bool Contains(string name) => TryGet(name, out _);

    /// <summary>The last value of that name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        for (int i = _fields.Count - 1; i >= 0; i--)
        {
            if (!string.Equals(_fields[i].Name, name, StringComparison.Ordinal))
                continue;
            value = _fields[i].Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>The first value of that name, or null when there is none.</summary>
    internal string? First(string name)
    {
        foreach (var field in _fields)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
                return field.Value;
        }

        return null;
    }

    /// <summary>All values of that name, in the order they were sent.</summary>
    public IReadOnlyList<string> All(string name)
    {
        List<string>? values = null;
        foreach (var field in _fields)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
                (values ??= []).Add(field.Value);
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The fields in the order they were sent.</summary>
    public List<SubmittedField>.Enumerator GetEnumerator() => _fields.GetEnumerator();

    internal FormFields OpenForm(HttpRequest request)
    {
        if (_isOpen)
            return this;
        // What a body left that could not be read to its end is nobody's.
        _fields.Clear();
        if (MediaTypes.Is(request.ContentType, MediaTypes.Form))
            Read(request.Body, "form");
        else if (!request.Body.IsEmpty && FieldTypes.IsJson(request.ContentType))
            JsonFields.Read(request.Body, this, _maxFields);
        _isOpen = true;
        return this;
    }

    /// <summary>Empty, for whoever reads a form with files and adds what comes.</summary>
    internal FormFields OpenUpload()
    {
        _fields.Clear();
        _isOpen = true;
        return this;
    }

    internal void Add(string name, string value, string what = "form")
    {
        if (_fields.Count == _maxFields)
        {
            throw new BadRequestException($"The {what} has more than {_maxFields} fields.")
            {
                Limit = new LimitReached(RequestLimit.Fields),
            };
        }

        _fields.Add(new SubmittedField(name, value));
    }

    internal FormFields OpenQuery(HttpRequest request)
    {
        if (_isOpen)
            return this;
        Read(request.RawQuery, "query");
        _isOpen = true;
        return this;
    }

    internal void Close()
    {
        if (!_isOpen)
            return;
        _fields.Clear();
        _isOpen = false;
    }

    private void Read(ReadOnlySpan<byte> encoded, string what)
    {
        _fields.Clear();
        var reader = new FormReader(encoded);
        while (reader.Read())
        {
            Add(reader.Name, reader.Value, what);
        }
    }
}
