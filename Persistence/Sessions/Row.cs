namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// The rows that a statement gives, one at a time: <see cref="Step"/> goes to the next, the readers take a column of it by its
/// place in the statement. What a reader returns is a copy; the row itself is only valid until the next step.
/// <para>NULL reads as the default of the type: ask <see cref="IsNull"/> first where it means something.</para>
/// </summary>
public abstract class Row
{
    /// <summary>Goes to the next row; false when there are no more.</summary>
    public abstract bool Step();

    /// <summary>Whether the column is NULL.</summary>
    public abstract bool IsNull(int column);

    /// <summary>The column as a boolean: a number other than zero is true.</summary>
    public abstract bool GetBool(int column);

    /// <summary>The column as a number of 32 bits. Throws <see cref="DatabaseException"/> when it does not fit.</summary>
    public abstract int GetInt32(int column);

    /// <summary>The column as a number of 64 bits. Throws <see cref="DatabaseException"/> when it does not fit.</summary>
    public abstract long GetInt64(int column);

    /// <summary>The column as a floating-point number.</summary>
    public abstract double GetDouble(int column);

    /// <summary>The column as an exact number.</summary>
    public abstract decimal GetDecimal(int column);

    /// <summary>The column as text; NULL is the empty text.</summary>
    public abstract string GetText(int column);

    /// <summary>The column as a time in UTC.</summary>
    public abstract DateTime GetDateTime(int column);

    /// <summary>The column as a day.</summary>
    public abstract DateOnly GetDate(int column);

    /// <summary>The column as a GUID.</summary>
    public abstract Guid GetGuid(int column);

    /// <summary>The column as bytes; NULL is the empty array.</summary>
    public abstract byte[] GetBytes(int column);
}
