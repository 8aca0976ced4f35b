using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Controllers;

/// <summary>
/// Request data that a model may take: the fields of its form or of a JSON body, limited to the attributes that the app names. Models have
/// no other way to take request data, so nobody can set what the form does not offer.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
public readonly struct Permitted<TModel>
{
    private readonly Params? _fields;
    private readonly IReadOnlyList<string>? _names;

    /// <summary>Limits fields to some names. The generated <c>Post.Permit(Params, …)</c> calls it.</summary>
    /// <param name="fields">The fields of the model: <c>Params.Nested("post")</c>.</param>
    /// <param name="names">The attributes by the names of their columns (<c>title</c>).</param>
    public Permitted(Params fields, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(names);
        _fields = fields;
        _names = names;
    }

    /// <summary>The attributes that are permitted, sent or not.</summary>
    public IReadOnlyList<string> Names => _names ?? [];

    /// <summary>The value that was sent for an attribute.</summary>
    /// <returns>False when none was sent or the attribute is not permitted.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return _fields is not null && Names.Contains(name) && (_fields.TryGet(name, out value) || _fields.TryGetUnnamed(name, out value));
    }
}
