using System.Runtime.CompilerServices;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// A value of a parameter of a statement. Numbers, times and booleans are not boxed. A value never becomes part of the text of a statement.
/// </summary>
public readonly struct DbValue
{
    private readonly long _bits;
    private readonly object? _reference;

    private DbValue(DbKind kind, long bits, object? reference = null)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>What the value is.</summary>
    public DbKind Kind { get; }

    /// <summary>SQL NULL.</summary>
    public static DbValue Null => default;

    /// <summary>Whether this is SQL NULL.</summary>
    public bool IsNull => Kind == DbKind.Null;

    /// <summary>Whether this is the default of its type in C#: false, 0, the empty text.</summary>
    internal bool IsDefault =>
        Kind switch
        {
            DbKind.Null => false,
            DbKind.Real => Real == 0,
            DbKind.Text => Text.Length == 0,
            DbKind.Bytes => Bytes.Length == 0,
            DbKind.Decimal => Decimal == 0,
            DbKind.Guid => Guid == default,
            _ => _bits == 0,
        };

    internal long Integer => _bits;

    internal bool Bool => _bits != 0;

    internal double Real => BitConverter.Int64BitsToDouble(_bits);

    internal DateTime DateTime => new(_bits, DateTimeKind.Utc);

    internal DateOnly Date => DateOnly.FromDayNumber((int)_bits);

    internal string Text => Unsafe.As<string>(_reference!);

    internal byte[] Bytes => Unsafe.As<byte[]>(_reference!);

    internal decimal Decimal => (decimal)_reference!;

    internal Guid Guid => (Guid)_reference!;

    /// <summary>The default of a type in C#, which NULL reads as where a property cannot be null.</summary>
    internal static DbValue DefaultOf(DbKind kind) =>
        kind switch
        {
            DbKind.Text => Of(""),
            DbKind.Bytes => Of((byte[])[]),
            DbKind.Decimal => Of(0m),
            DbKind.Guid => Of(System.Guid.Empty),
            _ => new(kind, 0),
        };

    /// <summary>The value of a boolean.</summary>
    public static DbValue Of(bool value) => new(DbKind.Bool, value ? 1 : 0);

    /// <summary>The value of a number.</summary>
    public static DbValue Of(int value) => new(DbKind.Integer, value);

    /// <summary>The value of a number.</summary>
    public static DbValue Of(long value) => new(DbKind.Integer, value);

    /// <summary>The value of a number. SQLite cannot hold NaN: binding one throws.</summary>
    public static DbValue Of(double value) => new(DbKind.Real, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The value of an exact number.</summary>
    public static DbValue Of(decimal value) => new(DbKind.Decimal, 0, value);

    /// <summary>The value of a text; null is NULL.</summary>
    public static DbValue Of(string? value) => value is null ? default : new(DbKind.Text, 0, value);

    /// <summary>The value of a time: a local one is converted to UTC, one of unspecified kind is taken for UTC.</summary>
    public static DbValue Of(DateTime value) => new(DbKind.DateTime, UtcTime.Of(value).Ticks);

    /// <summary>The value of a day.</summary>
    public static DbValue Of(DateOnly value) => new(DbKind.Date, value.DayNumber);

    /// <summary>The value of a GUID.</summary>
    public static DbValue Of(Guid value) => new(DbKind.Guid, 0, value);

    /// <summary>The value of bytes; null is NULL. The array is not copied.</summary>
    public static DbValue Of(byte[]? value) => value is null ? default : new(DbKind.Bytes, 0, value);

    /// <summary>The value of an optional boolean.</summary>
    public static DbValue Of(bool? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional number.</summary>
    public static DbValue Of(int? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional number.</summary>
    public static DbValue Of(long? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional number.</summary>
    public static DbValue Of(double? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional exact number.</summary>
    public static DbValue Of(decimal? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional time.</summary>
    public static DbValue Of(DateTime? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional day.</summary>
    public static DbValue Of(DateOnly? value) => value is { } some ? Of(some) : default;

    /// <summary>The value of an optional GUID.</summary>
    public static DbValue Of(Guid? value) => value is { } some ? Of(some) : default;

    /// <summary>The value as it would stand in a log line.</summary>
    public override string ToString() =>
        Kind switch
        {
            DbKind.Null => "NULL",
            DbKind.Bool => Bool ? "true" : "false",
            DbKind.Integer => Integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DbKind.Real => Real.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            DbKind.DateTime => DateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DbKind.Date => Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DbKind.Bytes => $"{Bytes.Length} bytes",
            _ => Convert.ToString(_reference, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
}
