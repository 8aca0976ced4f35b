using System.ComponentModel;
using System.Globalization;
using Stryke.Web.Persistence.Saving;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Persistence;

/// <summary>
/// A row of a table as an object: a <c>sealed partial</c> class whose <c>partial</c> properties are its columns. The other half of the
/// class is generated, and uses the protected members here.
/// </summary>
public abstract class Model
{
    private ulong _changed;
    private ulong _nulls;
    private Errors? _errors;
    private Dictionary<Column, string>? _rejected;

    /// <summary>The primary key; 0 until the model is saved.</summary>
    public long Id { get; internal set; }

    /// <summary>Whether the model is not in the database yet.</summary>
    public bool IsNewRecord { get; internal set; } = true;

    /// <summary>Whether it was destroyed.</summary>
    public bool IsDestroyed { get; internal set; }

    /// <summary>Whether a column differs from what is in the database.</summary>
    public bool IsChanged => _changed != 0;

    /// <summary>The columns that were set to another value since the model was read or saved.</summary>
    public IReadOnlyList<Column> Changed => [.. ModelTable.Columns.Where(column => (_changed & Bit(column.Ordinal)) != 0)];

    /// <summary>The errors that the last <see cref="Validate"/> or <see cref="Save"/> has found.</summary>
    public Errors Errors => _errors ??= new Errors(ModelTable);

    /// <summary>The id, as it stands in a path.</summary>
    public string ToParam() => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The text that a form shows for a column: its value, or what was sent for it when that is not a valid value. Times are in the time
    /// zone of the app, in the form of <c>datetime-local</c> (<c>2026-04-26T12:00:00</c>). Null for an empty field.
    /// </summary>
    public string? GetText(Column column) =>
        _rejected is not null && _rejected.TryGetValue(column, out string? raw) ? raw : FormatColumn(column.Ordinal);

    /// <summary>Checks the rules of the model. <see cref="Errors"/> has those that are broken.</summary>
    public Task<bool> Validate() => Saver.Validate(this);

    /// <summary>
    /// Saves the model: INSERT when it is new, else UPDATE of the columns that changed, if any. False when a rule is broken
    /// (<see cref="Errors"/> says which) or a callback returned false; nothing is written then.
    /// </summary>
    public Task<bool> Save() => Saver.Save(this);

    /// <summary>
    /// Deletes the row, after the rows that depend on it. False when a callback returned false, or the row did not exist.
    /// </summary>
    public Task<bool> Destroy() => Destroyer.Destroy(this);

    /// <summary>Reads all columns again, and discards changes and errors.</summary>
    /// <exception cref="RecordNotFoundException">The row does not exist.</exception>
    public Task Reload() => Saver.Reload(this);

    /// <summary>The table of the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract Table ModelTable { get; }

    /// <summary>The value of a column, for a parameter.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract DbValue ColumnValue(int ordinal);

    /// <summary>Takes all columns from a row, in order of their ordinals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void ReadColumns(Row row);

    /// <summary>The value of a column as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract string? FormatColumn(int ordinal);

    /// <summary>Sets a column from a text. Returns what is wrong with the text when it is not a value of the type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract string? ParseColumn(int ordinal, string? text);

    /// <summary>Sets the timestamps that the app has not set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Touch(DateTime now) { }

    /// <summary>The callbacks that the model has.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual Callbacks HandledCallbacks => Callbacks.None;

    /// <summary>Runs callbacks. False when one returned false.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask<bool> RunCallbacks(Callbacks moment) => new(true);

    /// <summary>Checks the rules that need no database.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void CheckRules(Errors errors) { }

    /// <summary>Checks the rules that query the database.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask CheckDatabaseRules(Errors errors) => default;

    /// <summary>The columns whose value no other row may have, as bits.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ulong UniqueColumns => 0;

    /// <summary>Whether other models are deleted with it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasDependents => false;

    /// <summary>Destroys or deletes what depends on it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask RemoveDependents() => default;

    /// <summary>Sets the field of a column and marks the column as changed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set<T>(ref T field, T value, Column column)
    {
        _rejected?.Remove(column);
        if (EqualityComparer<T>.Default.Equals(field, value) && (_nulls & Bit(column.Ordinal)) == 0)
            return;
        field = value;
        _changed |= Bit(column.Ordinal);
    }

    /// <summary>Whether a column was set since the model was read or saved.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool HasChanged(Column column) => (_changed & Bit(column.Ordinal)) != 0;

    /// <summary>A time in UTC: a local one is converted, one of unspecified kind is taken for UTC.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static DateTime Utc(DateTime time) => UtcTime.Of(time);

    /// <summary>A time in UTC, or null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static DateTime? Utc(DateTime? time) => time is { } some ? Utc(some) : null;

    /// <summary>
    /// Sets a column to what was sent for it. A text that a form shows for its present value changes nothing. A text that is not a valid
    /// value is kept, so that it is shown again with its error.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void AssignText(Column column, string? text)
    {
        _rejected?.Remove(column);
        if (!string.IsNullOrEmpty(text) && text == FormatColumn(column.Ordinal))
            return;
        if (ParseColumn(column.Ordinal, text) is null)
            return;
        (_rejected ??= [])[column] = text ?? "";
    }

    /// <summary>Reads a model from a row: generated materialisers end here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void LoadFrom(Row row)
    {
        Id = row.GetInt64(0);
        ReadColumns(row);
        IsNewRecord = false;
        _changed = 0;
        _nulls = ModelTable.NullAsDefault is { } nullAsDefault ? NullsOf(row, nullAsDefault) : 0;
        _rejected = null;
    }

    /// <summary>The bits of the columns that changed; those from the 64th on share a bit and are written together.</summary>
    internal ulong ChangedBits
    {
        get => _changed;
        set => _changed = value;
    }

    /// <summary>
    /// The bits of the columns that are NULL in the row though their property cannot be; as in <see cref="ChangedBits"/>.
    /// </summary>
    internal ulong NullBits
    {
        get => _nulls;
        set => _nulls = value;
    }

    private static ulong NullsOf(Row row, Column[] nullAsDefault)
    {
        ulong nulls = 0;
        foreach (var column in nullAsDefault)
        {
            if (row.IsNull(column.Ordinal))
                nulls |= Bit(column.Ordinal);
        }
        return nulls;
    }

    /// <summary>Adds an error for each text that is not a valid value.</summary>
    internal void ReportRejected()
    {
        if (_rejected is null)
            return;
        foreach (var (column, text) in _rejected)
            Errors.Add(column, ParseColumn(column.Ordinal, text) ?? "is invalid");
    }

    internal static ulong Bit(int ordinal) => 1UL << Math.Min(ordinal, 63);
}
