using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Controllers;

// What JSON bodies have and forms mostly do not: lists of things, and the fields of a model without its name.
public sealed partial class Params
{
    /// <summary>
    /// The things in a list: <c>{"items":[{"name":"a"},{"name":"b"}]}</c>, or the fields <c>items[0][name]</c> and <c>items[1][name]</c> of
    /// a form, are two. A body that is an array itself is <c>_json</c>.
    /// </summary>
    public IReadOnlyList<Params> Items(string name)
    {
        string list = FieldName(name);
        int count = Math.Max(CountOf(_context.RequiredForm, list), CountOf(_context.Query, list));
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => new Params(_context, string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]"))),
        ];
    }

    /// <summary>Which page of a list is asked for: the field <c>page</c>, from 1, which it is when the field is absent.</summary>
    /// <exception cref="BadRequestException">It is no number from 1.</exception>
    public int Page
    {
        get
        {
            if (!TryGet("page", out string? text) || text.Length == 0)
                return 1;
            return ValueReader.TryRead(text, out int page) && page > 0
                ? page
                : throw new BadRequestException("The parameter \"page\" is not a number from 1.");
        }
    }

    /// <summary>
    /// A field of a model in a JSON body that does not name the model: <c>{"title":"A"}</c> instead of <c>{"post":{"title":"A"}}</c>. Only
    /// of the body, never of the route or the query.
    /// </summary>
    internal bool TryGetUnnamed(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return _scope is not null
            && _context.HasJsonBody
            && !IsNamed(_context.RequiredForm, _scope + "[")
            && _context.RequiredForm.TryGet(name, out value);
    }

    private static bool IsNamed(FormFields fields, string prefix)
    {
        foreach (var field in fields)
        {
            if (field.Name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private int CountOf(FormFields fields, string list)
    {
        int count = 0;
        foreach (var field in fields)
        {
            if (
                !field.Name.StartsWith(list, StringComparison.Ordinal)
                || field.Name.Length <= list.Length
                || field.Name[list.Length] != '['
            )
            {
                continue;
            }

            int end = field.Name.IndexOf(']', list.Length);
            var index = end < 0 ? default : field.Name.AsSpan(list.Length + 1, end - list.Length - 1);
            // No list is longer than a form has fields: what is beyond is no place in a list.
            bool isPlace =
                int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < _context.Services.MaxFields;
            if (isPlace)
                count = Math.Max(count, place + 1);
        }
        return count;
    }
}
