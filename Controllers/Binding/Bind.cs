using System.Globalization;
using System.Numerics;
using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers.Binding;

/// <summary>
/// Binds the parameters of actions, by name, from the captures of the route, the form and the query. The generated dispatch calls one method
/// for each parameter; the answer to a value that is missing or does not parse is a 400 that names it.
/// </summary>
/// <remarks>Numbers, ids and dates are read in the invariant culture. An optional one that was sent empty, as forms do, counts as absent.</remarks>
public static class Bind
{
    private const int ShortText = 64;

    /// <summary>A number: <c>42</c>, <c>-7</c>, <c>1.5</c>. No space around it and no group separators.</summary>
    public static bool Number<T>(Controller controller, string name, out T value, out Result bad) where T : struct, INumber<T> =>
        Required(Read<T, NumberParser<T>>(controller, name, out value), controller, name, out bad);

    /// <summary>A number that may be absent.</summary>
    public static bool OptionalNumber<T>(Controller controller, string name, out T? value, out Result bad) where T : struct, INumber<T> =>
        Optional(Read<T, NumberParser<T>>(controller, name, out T read), read, out value, controller, name, out bad);

    /// <summary>Something that parses itself: an id, a date, a time.</summary>
    public static bool Value<T>(Controller controller, string name, out T value, out Result bad) where T : struct, ISpanParsable<T> =>
        Required(Read<T, ValueParser<T>>(controller, name, out value), controller, name, out bad);

    /// <summary>Something that parses itself and may be absent.</summary>
    public static bool OptionalValue<T>(Controller controller, string name, out T? value, out Result bad) where T : struct, ISpanParsable<T> =>
        Optional(Read<T, ValueParser<T>>(controller, name, out T read), read, out value, controller, name, out bad);

    /// <summary>The member of an enum by its name, in any case; not its number.</summary>
    public static bool Choice<T>(Controller controller, string name, out T value, out Result bad) where T : struct, Enum =>
        Required(Read<T, ChoiceParser<T>>(controller, name, out value), controller, name, out bad);

    /// <summary>The member of an enum, which may be absent.</summary>
    public static bool OptionalChoice<T>(Controller controller, string name, out T? value, out Result bad) where T : struct, Enum =>
        Optional(Read<T, ChoiceParser<T>>(controller, name, out T read), read, out value, controller, name, out bad);

    /// <summary>True or false: <c>true</c>, <c>1</c>, <c>on</c>, <c>yes</c> or their opposites.</summary>
    public static bool Flag(Controller controller, string name, out bool value, out Result bad) =>
        Required(Read<bool, FlagParser>(controller, name, out value), controller, name, out bad);

    /// <summary>True or false, or absent.</summary>
    public static bool OptionalFlag(Controller controller, string name, out bool? value, out Result bad) =>
        Optional(Read<bool, FlagParser>(controller, name, out bool read), read, out value, controller, name, out bad);

    /// <summary>A text, which may be empty.</summary>
    public static bool Text(Controller controller, string name, out string value, out Result bad)
    {
        value = controller.Params[name] ?? "";
        return Required(value.Length > 0 || controller.Params.Has(name) ? Reading.Fine : Reading.Absent, controller, name, out bad);
    }

    /// <summary>A text that may be absent.</summary>
    public static bool OptionalText(Controller controller, string name, out string? value, out Result bad)
    {
        value = controller.Params[name];
        bad = default;
        return true;
    }

    /// <summary>A file that came with the form.</summary>
    public static bool File(Controller controller, string name, out UploadedFile value, out Result bad)
    {
        value = controller.Params.File(name)!;
        return Required(value is null ? Reading.Absent : Reading.Fine, controller, name, out bad);
    }

    /// <summary>A file that may be absent.</summary>
    public static bool OptionalFile(Controller controller, string name, out UploadedFile? value, out Result bad)
    {
        value = controller.Params.File(name);
        bad = default;
        return true;
    }

    /// <summary>All files of a field, none among them.</summary>
    public static bool Files(Controller controller, string name, out IReadOnlyList<UploadedFile> value, out Result bad)
    {
        value = controller.Params.Files(name);
        bad = default;
        return true;
    }

    private static bool Required(Reading reading, Controller controller, string name, out Result bad)
    {
        bad = reading switch
        {
            Reading.Fine => default,
            Reading.Wrong => controller.BadParameter($"The parameter \"{name}\" cannot be read."),
            _ => controller.BadParameter($"The parameter \"{name}\" is missing."),
        };
        return reading == Reading.Fine;
    }

    private static bool Optional<T>(Reading reading, T read, out T? value, Controller controller, string name, out Result bad) where T : struct
    {
        value = reading == Reading.Fine ? read : null;
        bad = reading == Reading.Wrong ? controller.BadParameter($"The parameter \"{name}\" cannot be read.") : default;
        return reading != Reading.Wrong;
    }

    private static Reading Read<T, TParser>(Controller controller, string name, out T value) where T : struct where TParser : IParser<T>
    {
        // A capture without escapes is read where it stands: binding an id allocates nothing.
        if (Params.TryCapture(controller.Context, name, out ReadOnlySpan<byte> raw))
        {
            if (raw.Length > ShortText || raw.Contains((byte)'%')) return Parse<T, TParser>(PercentEncoding.Decode(raw), out value);
            Span<char> text = stackalloc char[ShortText];
            return Parse<T, TParser>(text[..Encoding.UTF8.GetChars(raw, text)], out value);
        }
        if (controller.Params.TryGet(name, out string? sent) && sent.Length > 0) return Parse<T, TParser>(sent, out value);
        value = default;
        return Reading.Absent;
    }

    private static Reading Parse<T, TParser>(ReadOnlySpan<char> text, out T value) where T : struct where TParser : IParser<T> =>
        TParser.TryParse(text, out value) ? Reading.Fine : Reading.Wrong;

    private enum Reading
    {
        Fine,
        Absent,
        Wrong,
    }

    private interface IParser<T>
    {
        static abstract bool TryParse(ReadOnlySpan<char> text, out T value);
    }

    private readonly struct NumberParser<T> : IParser<T> where T : struct, INumber<T>
    {
        private static NumberStyles Style =>
            typeof(T) == typeof(decimal) || typeof(T) == typeof(double) || typeof(T) == typeof(float)
                ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
                : NumberStyles.AllowLeadingSign;

        public static bool TryParse(ReadOnlySpan<char> text, out T value) => T.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
    }

    private readonly struct ValueParser<T> : IParser<T> where T : struct, ISpanParsable<T>
    {
        public static bool TryParse(ReadOnlySpan<char> text, out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    private readonly struct ChoiceParser<T> : IParser<T> where T : struct, Enum
    {
        public static bool TryParse(ReadOnlySpan<char> text, out T value)
        {
            value = default;
            return text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);
        }
    }

    private readonly struct FlagParser : IParser<bool>
    {
        public static bool TryParse(ReadOnlySpan<char> text, out bool value)
        {
            value = text is "1" or "on" or "yes" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
            return value || text is "0" or "off" or "no" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
        }
    }
}
