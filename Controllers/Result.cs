using Stryke.Web.Views;

namespace Stryke.Web.Controllers;

/// <summary>
/// What an action answers: a status and what to write. A value; the members of <see cref="Controller"/> make it, and every generated view
/// turns into one. Nothing reaches the client before the action has returned it.
/// </summary>
public readonly struct Result
{
    // Status, kind and media type, 16 bits each. One word, because a result is copied as soon as it is made: a load of what several stores
    // wrote has to wait for all.
    private readonly long _code;

    private Result(ResultKind kind, int status, object? value = null, MediaType media = MediaType.None)
    {
        _code = (ushort)status | ((long)kind << 16) | ((long)media << 32);
        Value = value;
    }

    /// <summary>The status that it answers with.</summary>
    public int Status => (ushort)_code == 0 ? 204 : (ushort)_code;

    internal ResultKind Kind => (ResultKind)(ushort)(_code >> 16);

    internal MediaType Media => (MediaType)(ushort)(_code >> 32);

    /// <summary>The text, the <see cref="ResultBody"/>, the place of a redirect or the reason of an error.</summary>
    internal object? Value { get; }

    /// <summary>A page: the view in the controller's layout.</summary>
    /// <typeparam name="TView">The generated struct of the view.</typeparam>
    /// <param name="view">The view with its arguments.</param>
    public static Result View<TView>(TView view)
        where TView : IView => new(ResultKind.Body, 200, new ViewBody<TView>(view));

    /// <summary>The same answer with another status.</summary>
    /// <param name="status">From 200 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no status of a response.</exception>
    public Result WithStatus(int status) => new(Kind, Checked(status), Value, Media);

    internal static Result Empty(int status) => new(ResultKind.Empty, Checked(status));

    internal static Result Written(int status) => new(ResultKind.Written, Checked(status));

    internal static Result Text(string text, MediaType media, int status) => new(ResultKind.Text, Checked(status), text, media);

    internal static Result Of(ResultBody body, int status) => new(ResultKind.Body, Checked(status), body);

    /// <summary>A body that the action goes on to write: its controller is not done with when it has returned.</summary>
    internal static Result Streamed(ResultBody body) => new(ResultKind.Streamed, 200, body);

    internal static Result Redirect(string path, int status) => new(ResultKind.Redirect, status, path);

    internal static Result Error(ResultKind kind, int status, string? reason = null) => new(kind, status, reason);

    private static int Checked(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return status;
    }
}
