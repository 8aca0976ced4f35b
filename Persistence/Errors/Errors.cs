using System.Collections;

namespace Stryke.Web.Persistence;

/// <summary>
/// The errors of a model, in the order in which they were found. Filled by <see cref="Model.Validate"/> and <see cref="Model.Save"/>.
/// </summary>
public sealed class Errors : IReadOnlyCollection<FieldError>
{
    private readonly Table _table;
    private List<FieldError>? _all;

    internal Errors(Table table) => _table = table;

    /// <summary>How many there are.</summary>
    public int Count => _all?.Count ?? 0;

    /// <summary>Whether there is one.</summary>
    public bool Any => Count > 0;

    /// <summary>A sentence for each: <c>Title can't be blank</c>.</summary>
    public IReadOnlyList<string> FullMessages => _all is null ? [] : _all.ConvertAll(error => error.FullMessage);

    /// <summary>The errors of a column, without its name.</summary>
    public IReadOnlyList<string> On(Column column) =>
        _all is null ? [] : _all.FindAll(error => ReferenceEquals(error.Column, column)).ConvertAll(error => error.Message);

    /// <summary>The errors of a property (<c>nameof(Title)</c>), without its name.</summary>
    public IReadOnlyList<string> On(string property) => On(Known(property));

    /// <summary>Adds an error of a column.</summary>
    public void Add(Column column, string message) => (_all ??= []).Add(new FieldError(column, message));

    /// <summary>Adds an error of a property: <c>Errors.Add(nameof(Title), "is too loud")</c>.</summary>
    /// <exception cref="ArgumentException">The model has no such column.</exception>
    public void Add(string property, string message) => Add(Known(property), message);

    /// <summary>Adds an error of the model as a whole.</summary>
    public void Add(string message) => (_all ??= []).Add(new FieldError(null, message));

    /// <summary>Removes all errors.</summary>
    public void Clear() => _all = null;

    /// <inheritdoc/>
    public IEnumerator<FieldError> GetEnumerator() => (_all ?? Enumerable.Empty<FieldError>()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Column Known(string property) =>
        _table.Find(property) ?? throw new ArgumentException($"{_table.ModelName} has no column {property}.", nameof(property));
}
