using System.Text;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Texts to values of every type: what the reader takes is what <see cref="ValueGrammar"/> takes, and the same value; it has no control
/// character; written and read again it is the same; nothing throws.
/// </summary>
internal static class ValueCheck
{
    /// <summary>Texts of every type, at its ends and just past them, and what other readers take.</summary>
    public static readonly IReadOnlyList<byte[]> Corpus =
    [
        .. new[]
        {
            "0",
            "-0",
            "42",
            "-7",
            "007",
            "255",
            "256",
            "-128",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "18446744073709551615",
            "1.50",
            ".5",
            "-0.1",
            "1e3",
            "1.5E-3",
            "1E+300",
            "79228162514264337593543950335",
            "7922816251426433759354395033.5",
            "0.0000000000000000000000000001",
            "5e-324",
            "1.7976931348623157E+308",
            "NaN",
            "Infinity",
            "-∞",
            "٣",
            "1,000",
            "0x10",
            "true",
            "OFF",
            "yes",
            "2026-04-26",
            "2028-02-29",
            "0001-01-01",
            "9999-12-31",
            "12:30",
            "23:59:59.9999999",
            "2026-04-26T12:30",
            "2026-04-26 12:30:15.25Z",
            "2026-04-26T12:30:15+02:00",
            "9999-12-31T23:59:59.9999999-14:00",
            "0001-01-01T00:00+14:00",
            "03/04/2026",
            "P1DT2H30M0.5S",
            "-PT5M",
            "P2W",
            "PT922337203685.4775807S",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "0F8FAD5BD9CB469FA16570867728950E",
            "AQID",
            "AQ==",
            "AQI=",
            "Friday",
            "friday",
            "Friday, Monday",
            "5",
            "",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Pieces that make another text of one, or another reading.</summary>
    public static readonly byte[][] Words =
    [
        .. new[]
        {
            "-",
            "+",
            ".",
            ",",
            ":",
            "/",
            " ",
            "\t",
            "\n",
            "\r",
            "\0",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\ufeff",
            "T",
            "t",
            "Z",
            "z",
            "P",
            "W",
            "D",
            "H",
            "M",
            "S",
            "e",
            "E",
            "e-",
            "e+9",
            "=",
            "==",
            "00",
            "000000000000000000000000000000",
            "99999999999999999999",
            "24",
            "60",
            "29",
            "31",
            "+14:00",
            "-00:00",
            ":60",
            "NaN",
            "Infinity",
            "∞",
            "٣",
            "\uff11",
            "0x",
            "(",
            "$",
            "%",
            "\\",
            "_",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <returns>Null, or what is wrong.</returns>
    public static string? Run(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        try
        {
            return Compare(text, ValueGrammar.Whole<sbyte>(text), value => ValueWriter.Text(value))
                ?? Compare(text, ValueGrammar.Whole<ushort>(text), value => ValueWriter.Text(value))
                ?? Compare(text, ValueGrammar.Whole<int>(text), value => ValueWriter.Text(value))
                ?? Compare(text, ValueGrammar.Whole<long>(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Whole<ulong>(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Exact(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Real(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Date(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Time(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Instant(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Duration(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Id(text), ValueWriter.Text)
                ?? Compare(text, ValueGrammar.Flag(text), ValueWriter.Text)
                ?? CompareBytes(text)
                ?? CompareMember(text);
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private static string? Compare<T>(string text, T? expected, Func<T, string> write)
        where T : struct
    {
        var error = ValueReader.Read(text, out T value);
        T? read = error == ValueError.None ? value : null;
        if (!EqualityComparer<T?>.Default.Equals(read, expected))
            return $"{typeof(T).Name}: read {Shown(read)} ({error}), expected {Shown(expected)}";
        // A message for each way to be wrong.
        if (read is null)
            return ValueMessage.Of<T>(error).Length > 0 ? null : $"{typeof(T).Name}: {error} says nothing";
        if (text.Any(char.IsControl))
            return $"{typeof(T).Name}: read {Shown(read)} from a text with a control character";
        return ValueReader.TryRead(write(value), out T again) && EqualityComparer<T>.Default.Equals(again, value)
            ? null
            : $"{typeof(T).Name}: {Shown(read)} is written \"{write(value)}\", which is read as {Shown<T>(again)}";
    }

    private static string? CompareBytes(string text)
    {
        byte[]? expected = ValueGrammar.Bytes(text);
        bool isRead = ValueReader.TryReadBytes(text, out byte[] bytes);
        if (isRead != expected is not null || !bytes.AsSpan().SequenceEqual(expected))
            return $"bytes: read {Convert.ToHexString(bytes)}";
        if (!isRead)
            return null;
        bool comesBack = ValueReader.TryReadBytes(ValueWriter.Text(bytes), out byte[] again) && again.AsSpan().SequenceEqual(bytes);
        return comesBack ? null : "bytes: do not come back";
    }

    private static string? CompareMember(string text)
    {
        int expected = Array.FindIndex(Enum.GetNames<DayOfWeek>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        int read = ValueReader.TryReadMember(text, out DayOfWeek day) ? (int)day : -1;
        return read == expected ? null : $"member: read {read}, expected {expected}";
    }

    private static string Shown<T>(T? value)
        where T : struct => value is null ? "nothing" : FormattableString.Invariant($"{value}");
}
