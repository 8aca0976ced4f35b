using System.Diagnostics.CodeAnalysis;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Controllers;

/// <summary>
/// What a request carries, by name: captures of the route win over fields of the form or the JSON body, and those over fields of the query.
/// Everything is text from outside; null in JSON is the empty text; a model takes it only as <see cref="Permitted{TModel}"/>.
/// </summary>
public sealed partial class Params
{
    private readonly RequestContext _context;
    private readonly string? _scope;

    internal Params(RequestContext context, string? scope = null)
    {
        _context = context;
        _scope = scope;
    }

    /// <summary>The value of that name, or null. Of several the last one counts.</summary>
    public string? this[string name] => TryGet(name, out string? value) ? value : null;

    /// <summary>Whether there is a value of that name.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>The value of that name.</summary>
    /// <returns>Whether there is one; it may be empty.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        if (_scope is null && Capture(name) is { } capture)
        {
            value = capture;
            return true;
        }
        string field = FieldName(name);
        return _context.RequiredForm.TryGet(field, out value) || _context.Query.TryGet(field, out value);
    }

    /// <summary>
    /// All values of a name in the form, or, where it has none, in the query: a group of check boxes sends one for each. An array of JSON
    /// is <c>tags[]</c>, and the name <c>tags</c> finds that, too.
    /// </summary>
    public IReadOnlyList<string> All(string name)
    {
        string field = FieldName(name);
        var values = AllOf(_context.RequiredForm, field);
        return values.Count > 0 ? values : AllOf(_context.Query, field);
    }

    /// <summary>The file that was sent under that name, or null; of several the last one.</summary>
    public UploadedFile? File(string name) => _context.Files.LastOrDefault(file => file.FieldName == FieldName(name));

    /// <summary>The files that were sent under that name, in their order: a field that is <c>multiple</c> sends one for each.</summary>
    public IReadOnlyList<UploadedFile> Files(string name) => [.. _context.Files.Where(file => file.FieldName == FieldName(name))];

    /// <summary>The fields of one thing: <c>Params.Nested("post")["title"]</c> is the field <c>post[title]</c>.</summary>
    public Params Nested(string name) => new(_context, FieldName(name));

    /// <summary>The capture of that name, decoded, or null when the route has none.</summary>
    internal string? Capture(string name) => TryCapture(_context, name, out var raw) ? PercentEncoding.Decode(raw) : null;

    /// <summary>The capture of that name as it stands in the path.</summary>
    internal static bool TryCapture(RequestContext context, string name, out ReadOnlySpan<byte> raw)
    {
        var names = context.RouteInfo?.Parameters ?? [];
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] != name)
                continue;
            raw = context.Route.Capture(context.Request.RawPath, i);
            return true;
        }
        raw = default;
        return false;
    }

    private static IReadOnlyList<string> AllOf(FormFields fields, string field) =>
        fields.All(field) is { Count: > 0 } values ? values : fields.All(field + "[]");

    private string FieldName(string name) => _scope is null ? name : $"{_scope}[{name}]";
}
