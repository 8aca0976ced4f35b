using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Controllers.Binding;

/// <summary>
/// Binds the parameters of actions, by name, from the captures of the route, the form and the query. The generated dispatch calls one
/// method for each parameter; the answer to a value that is missing or does not parse is a 400 that names it and says what is wrong.
/// </summary>
/// <remarks>
/// <see cref="ValueReader"/> has the grammar of each type. A capture is read as it stands, so that a resource has one path; spaces around a
/// field of a form or query are dropped, as people paste them. An optional value that was sent empty, as forms do, counts as absent.
/// </remarks>
public static class Bind
{
    private const int ShortText = 64;

    /// <summary>A number: <c>42</c>, <c>-7</c>, <c>1.5</c>.</summary>
    public static bool Number<T>(Controller controller, string name, out T value, out Result bad)
        where T : struct => Value(controller, name, out value, out bad);

    /// <summary>A number that may be absent.</summary>
    public static bool OptionalNumber<T>(Controller controller, string name, out T? value, out Result bad)
        where T : struct => OptionalValue(controller, name, out value, out bad);

    /// <summary>An id, a date, a time, a duration.</summary>
    public static bool Value<T>(Controller controller, string name, out T value, out Result bad)
        where T : struct => Required<T, ValueOf<T>>(controller, name, out value, out bad);

    /// <summary>An id, a date, a time or a duration that may be absent.</summary>
    public static bool OptionalValue<T>(Controller controller, string name, out T? value, out Result bad)
        where T : struct => Optional<T, ValueOf<T>>(controller, name, out value, out bad);

    /// <summary>The member of an enum by its name, in any case; not its number.</summary>
    public static bool Choice<T>(Controller controller, string name, out T value, out Result bad)
        where T : struct, Enum => Required<T, MemberOf<T>>(controller, name, out value, out bad);

    /// <summary>The member of an enum, which may be absent.</summary>
    public static bool OptionalChoice<T>(Controller controller, string name, out T? value, out Result bad)
        where T : struct, Enum => Optional<T, MemberOf<T>>(controller, name, out value, out bad);

    /// <summary>True or false: <c>true</c>, <c>1</c>, <c>on</c>, <c>yes</c> or their opposites.</summary>
    public static bool Flag(Controller controller, string name, out bool value, out Result bad) =>
        Value(controller, name, out value, out bad);

    /// <summary>True or false, or absent.</summary>
    public static bool OptionalFlag(Controller controller, string name, out bool? value, out Result bad) =>
        OptionalValue(controller, name, out value, out bad);

    /// <summary>A text, which may be empty.</summary>
    public static bool Text(Controller controller, string name, out string value, out Result bad)
    {
        value = controller.Params[name] ?? "";
        bool isThere = value.Length > 0 || controller.Params.Has(name);
        bad = isThere ? default : Missing(controller, name);
        return isThere;
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
        bad = value is null ? Missing(controller, name) : default;
        return value is not null;
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

    private static bool Required<T, TReader>(Controller controller, string name, out T value, out Result bad)
        where T : struct
        where TReader : IReader<T>
    {
        var error = Read<T, TReader>(controller, name, out value);
        bad = error switch
        {
            ValueError.None => default,
            null => Missing(controller, name),
            { } why => Wrong(controller, name, TReader.Message(why)),
        };
        return error == ValueError.None;
    }

    private static bool Optional<T, TReader>(Controller controller, string name, out T? value, out Result bad)
        where T : struct
        where TReader : IReader<T>
    {
        var error = Read<T, TReader>(controller, name, out var read);
        value = error == ValueError.None ? read : null;
        bad = error is { } why and not ValueError.None ? Wrong(controller, name, TReader.Message(why)) : default;
        return error is null or ValueError.None;
    }

    private static Result Missing(Controller controller, string name) => controller.BadParameter($"The parameter \"{name}\" is missing.");

    private static Result Wrong(Controller controller, string name, string why) =>
        controller.BadParameter($"The parameter \"{name}\" {why}.");

    /// <returns>Null when nothing was sent.</returns>
    private static ValueError? Read<T, TReader>(Controller controller, string name, out T value)
        where T : struct
        where TReader : IReader<T>
    {
        // A capture without escapes is read where it stands: binding an id allocates nothing.
        if (Params.TryCapture(controller.Context, name, out var raw))
        {
            if (raw.Length > ShortText || raw.Contains((byte)'%'))
                return TReader.Read(PercentEncoding.Decode(raw), out value);
            Span<char> text = stackalloc char[ShortText];
            return TReader.Read(text[..Encoding.UTF8.GetChars(raw, text)], out value);
        }
        var sent = controller.Params[name].AsSpan().Trim(' ');
        if (!sent.IsEmpty)
            return TReader.Read(sent, out value);
        value = default;
        return null;
    }

    private interface IReader<T>
    {
        static abstract ValueError Read(ReadOnlySpan<char> text, out T value);

        static abstract string Message(ValueError error);
    }

    private readonly struct ValueOf<T> : IReader<T>
        where T : struct
    {
        public static ValueError Read(ReadOnlySpan<char> text, out T value) => ValueReader.Read(text, out value);

        public static string Message(ValueError error) => ValueMessage.Of<T>(error);
    }

    private readonly struct MemberOf<T> : IReader<T>
        where T : struct, Enum
    {
        public static ValueError Read(ReadOnlySpan<char> text, out T value) =>
            ValueReader.TryReadMember(text, out value) ? ValueError.None : ValueError.Malformed;

        public static string Message(ValueError error) => $"is not one of {ValueMessage.NamesOf<T>()}";
    }
}
