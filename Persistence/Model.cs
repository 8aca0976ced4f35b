using System.ComponentModel;
using System.Globalization;
using Stryke.Web.Persistence.Saving;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Persistence;

/// <summary>
/// A row of a table as an object: a <c>sealed partial</c> class whose <c>partial</c> properties are its columns. The compiler writes the other
/// half, which is what the protected members here are for: the values, how a row is read, what the attributes ask for.
/// </summary>
public abstract class Model
{
    private ulong _changed;
    private ulong _nulls;
    private Errors? _errors;
    private Dictionary<Column, string>? _rejected;

    /// <summary>The primary key; 0 until the model is saved.</summary>
    public long Id { get; internal set; }

    /// <summary>Whether it is not in the database yet.</summary>
    public bool IsNewRecord { get; internal set; } = true;

    /// <summary>Whether it was destroyed.</summary>
    public bool IsDestroyed { get; internal set; }

    /// <summary>Whether a column differs from what is in the database.</summary>
    public bool IsChanged => _changed != 0;

    /// <summary>The columns that were set to another value since the model was read or saved.</summary>
    public IReadOnlyList<Column> Changed => [.. ModelTable.Columns.Where(column => (_changed & Bit(column.Ordinal)) != 0)];

    /// <summary>What is wrong with it, as found by the last <see cref="Validate"/> or <see cref="Save"/>.</summary>
    public Errors Errors => _errors ??= new Errors(ModelTable);

    /// <summary>What stands for it in a path: its id.</summary>
    public string ToParam() => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// What a form shows for a column: the value as text, or what was sent for it when that could not be read as a value. Times are those of
    /// the app's time zone in the form of <c>datetime-local</c> (<c>2026-04-26T12:00:00</c>); null is an empty field.
    /// </summary>
    public string? GetText(Column column) =>
        _rejected is not null && _rejected.TryGetValue(column, out string? raw) ? raw : FormatColumn(column.Ordinal);

    /// <summary>Whether all its rules hold; <see cref="Errors"/> says which do not.</summary>
    public Task<bool> Validate() => Saver.Validate(this);

    /// <summary>
    /// Writes it to the database: INSERT when it is new, else UPDATE of the columns that changed (nothing when none did). False when a rule
    /// does not hold or a callback refused; then <see cref="Errors"/> says why and nothing was written.
    /// </summary>
    public Task<bool> Save() => Saver.Save(this);

    /// <summary>Deletes its row, after what depends on it. False when a callback refused or the row was gone already.</summary>
    public Task<bool> Destroy() => Destroyer.Destroy(this);

    /// <summary>Reads all columns again, dropping changes and errors.</summary>
    /// <exception cref="RecordNotFoundException">The row is gone.</exception>
    public Task Reload() => Saver.Reload(this);

    /// <summary>The table that it is a row of.</summary>
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

    /// <summary>Sets a column to what a text says; what is wrong with the text when it says nothing of that type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract string? ParseColumn(int ordinal, string? text);

    /// <summary>Sets the timestamps that nobody has set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Touch(DateTime now) { }

    /// <summary>The callbacks that it has.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual Callbacks HandledCallbacks => Callbacks.None;

    /// <summary>Runs the callbacks of one moment; false when one refused.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask<bool> RunCallbacks(Callbacks moment) => new(true);

    /// <summary>Checks the rules that need no database.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void CheckRules(Errors errors) { }

    /// <summary>Checks the rules that ask the database.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask CheckDatabaseRules(Errors errors) => default;

    /// <summary>The columns whose value no other row may have, as bits.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ulong UniqueColumns => 0;

    /// <summary>Whether other models go when it goes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasDependents => false;

    /// <summary>Destroys or deletes what depends on it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask RemoveDependents() => default;

    /// <summary>Sets the field of a column and notes that it changed.</summary>
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

    /// <summary>A time in UTC, or none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static DateTime? Utc(DateTime? time) => time is { } some ? Utc(some) : null;

    /// <summary>
    /// Sets a column to what was sent for it. The text that a form shows for the value that it has changes nothing. A text that is no value of its type is kept, to be
    /// shown again with its error.
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

    /// <summary>Adds an error for each text that is no value.</summary>
    internal void ReportRejected()
    {
        if (_rejected is null)
            return;
        foreach (var (column, text) in _rejected)
            Errors.Add(column, ParseColumn(column.Ordinal, text) ?? "is invalid");
    }

    internal static ulong Bit(int ordinal) => 1UL << Math.Min(ordinal, 63);
}
