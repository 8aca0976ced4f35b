using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

// What the client wants to get.
public abstract partial class Controller
{
    private bool _variesByAccept;

    /// <summary>
    /// What the client wants: the route's <c>:format</c>, else what <c>Accept</c> gives most weight of html, json and text, of equals the
    /// one that it names first (RFC 9110 §12.5.1), else <c>html</c>.
    /// </summary>
    protected string Format => Params.Capture("format") ?? Accepted(html: true, json: true, text: true) ?? "html";

    /// <summary>
    /// Answers in the format that the client wants, out of those that are given: what the route's <c>:format</c> says, else what
    /// <c>Accept</c> gives most weight; 406 when it is none of them. Where <c>Accept</c> decides, the answer says so to caches
    /// (<c>Vary</c>).
    /// </summary>
    /// <param name="html">Makes the page.</param>
    /// <param name="json">Makes the JSON.</param>
    /// <param name="text">Makes the plain text.</param>
    protected Result RespondTo(Func<Result>? html = null, Func<Result>? json = null, Func<Result>? text = null)
    {
        string? format = Params.Capture("format");
        if (format is null)
        {
            _variesByAccept = true;
            format = Accepted(html is not null, json is not null, text is not null);
        }
        var chosen = format switch
        {
            "html" => html,
            "json" => json,
            "text" or "txt" => text,
            _ => null,
        };
        return chosen?.Invoke() ?? NotAcceptable();
    }

    private Result NotAcceptable() =>
        Context.IsApi
            ? Result.Error(ResultKind.NotAcceptable, 406, "This is not available in a format that the client accepts.")
            : Text("Not Acceptable\n", 406);

    /// <summary>The format of those that are offered which the client likes best; null when it takes none of them.</summary>
    private string? Accepted(bool html, bool json, bool text)
    {
        Request.Headers.TryGet("Accept"u8, out var accept);
        string? format = null;
        var best = default(MediaPreference);
        if (html)
            Consider("html", MediaRanges.Of(accept, MediaTypes.Html), ref format, ref best);
        if (json)
            Consider("json", MediaRanges.Of(accept, MediaTypes.Json), ref format, ref best);
        if (text)
            Consider("text", MediaRanges.Of(accept, MediaTypes.Text), ref format, ref best);
        return format;
    }

    private static void Consider(string name, MediaPreference preference, ref string? format, ref MediaPreference best)
    {
        if (!preference.IsAcceptable || (format is not null && !preference.IsAbove(best)))
            return;
        format = name;
        best = preference;
    }

    private void WriteVary()
    {
        if (_variesByAccept)
            Response.AddHeader("Vary"u8, "Accept"u8);
    }
}
