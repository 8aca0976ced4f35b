using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// What text is a value, said a second time and in another way: as regular expressions, and with readers of .NET that are given only what
/// those let through. Null where a text is none.
/// </summary>
internal static partial class ValueGrammar
{
    private const string Day = @"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        Clock = @"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?";

    public static T? Whole<T>(string text)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        WholeForm().IsMatch(text)
        && BigInteger.Parse(text, CultureInfo.InvariantCulture) is var number
        && number >= BigInteger.CreateChecked(T.MinValue)
        && number <= BigInteger.CreateChecked(T.MaxValue)
            ? T.CreateChecked(number)
            : null;

    public static double? Real(string text) =>
        NumberForm().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : null;

    /// <summary>By fractions of whole numbers: a decimal has a whole number of 96 bits over a power of ten up to 28.</summary>
    public static decimal? Exact(string text)
    {
        if (NumberForm().Match(text) is not { Success: true } match)
            return null;
        string fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse("0" + match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        if (digits.IsZero)
            return 0;
        // An exponent that these texts could only have in vain would take the memory of the machine here.
        string power = match.Groups["exponent"].Success ? match.Groups["exponent"].Value : "0";
        if (!int.TryParse(power, CultureInfo.InvariantCulture, out int exponent) || exponent is < -100_000 or > 100_000)
            return null;
        for (exponent -= fraction.Length; exponent < 0 && digits % 10 == 0; exponent++)
            digits /= 10;
        if (exponent > 0)
            digits *= BigInteger.Pow(10, exponent);
        if (exponent < -28 || digits >= BigInteger.One << 96)
            return null;
        decimal number = (decimal)digits;
        for (; exponent < 0; exponent++)
            number /= 10;
        return text[0] == '-' ? -number : number;
    }

    public static DateOnly? Date(string text) =>
        DateForm().IsMatch(text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static TimeOnly? Time(string text) =>
        TimeForm().IsMatch(text) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    public static DateTime? Instant(string text)
    {
        if (InstantForm().Match(text) is not { Success: true } match || Date(match.Groups["day"].Value) is not { } day)
            return null;
        var time = match.Groups["clock"].Success ? Time(match.Groups["clock"].Value) : TimeOnly.MinValue;
        if (time is not { } clock)
            return null;
        int minutes = 0;
        if (match.Groups["sign"].Success)
        {
            int part = int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture);
            minutes = (int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture) * 60) + part;
            if (minutes > 14 * 60 || part > 59)
                return null;
            if (match.Groups["sign"].Value == "-")
                minutes = -minutes;
        }
        var ticks = (Int128)day.ToDateTime(clock).Ticks - (minutes * TimeSpan.TicksPerMinute);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime((long)ticks, DateTimeKind.Utc);
    }

    public static TimeSpan? Duration(string text)
    {
        if (DurationForm().Match(text) is not { Success: true } match)
            return null;
        BigInteger ticks = 0;
        foreach (var (unit, seconds) in new[] { ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1) })
        {
            if (match.Groups[unit].Success)
                ticks += BigInteger.Parse(match.Groups[unit].Value, CultureInfo.InvariantCulture) * seconds * TimeSpan.TicksPerSecond;
        }
        if (match.Groups["f"].Success)
            ticks += int.Parse(match.Groups["f"].Value.PadRight(7, '0'), CultureInfo.InvariantCulture);
        if (text[0] == '-')
            ticks = -ticks;
        return ticks < long.MinValue || ticks > long.MaxValue ? null : new TimeSpan((long)ticks);
    }

    public static Guid? Id(string text) =>
        IdForm().IsMatch(text) ? new Guid(Convert.FromHexString(text.Replace("-", "", StringComparison.Ordinal)), bigEndian: true) : null;

    public static bool? Flag(string text) =>
        TrueForm().IsMatch(text) ? true
        : FalseForm().IsMatch(text) ? false
        : null;

    public static byte[]? Bytes(string text) => Base64Form().IsMatch(text) ? Convert.FromBase64String(text) : null;

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"\A-?(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[-+]?[0-9]+))?\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex($@"\A{Day}\z")]
    private static partial Regex DateForm();

    [GeneratedRegex($@"\A{Clock}\z")]
    private static partial Regex TimeForm();

    [GeneratedRegex($@"\A(?<day>{Day})([Tt ](?<clock>{Clock})([Zz]|(?<sign>[-+])(?<hours>[0-9]{{2}}):(?<minutes>[0-9]{{2}}))?)?\z")]
    private static partial Regex InstantForm();

    [GeneratedRegex(
        @"\A-?P((?<w>[0-9]+)W|(?=[0-9T])((?<d>[0-9]+)D)?"
            + @"(T(?=[0-9])((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+)(\.(?<f>[0-9]{1,7}))?S)?)?)\z"
    )]
    private static partial Regex DurationForm();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A(1|[Tt][Rr][Uu][Ee]|[Oo][Nn]|[Yy][Ee][Ss])\z")]
    private static partial Regex TrueForm();

    [GeneratedRegex(@"\A(0|[Ff][Aa][Ll][Ss][Ee]|[Oo][Ff][Ff]|[Nn][Oo])\z")]
    private static partial Regex FalseForm();

    [GeneratedRegex(@"\A([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\z")]
    private static partial Regex Base64Form();
}
