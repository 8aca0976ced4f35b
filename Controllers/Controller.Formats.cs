using System.Text;

namespace Stryke.Web.Controllers;

public abstract partial class Controller
{
    /// <summary>
    /// What the client wants: the route's <c>:format</c>, else what <c>Accept</c> names first of html, json and text (RFC 9110 §12.5.1; weights are not
    /// looked at), else <c>html</c>.
    /// </summary>
    protected string Format => Params.Capture("format") ?? Accepted();

    /// <summary>Answers in the format that the client wants, out of those that are given; 406 when it is none of them.</summary>
    /// <param name="html">Makes the page.</param>
    /// <param name="json">Makes the JSON.</param>
    /// <param name="text">Makes the plain text.</param>
    protected Result RespondTo(Func<Result>? html = null, Func<Result>? json = null, Func<Result>? text = null)
    {
        Func<Result>? chosen = Format switch
        {
            "html" => html,
            "json" => json,
            "text" or "txt" => text,
            _ => null,
        };
        return chosen?.Invoke() ?? Text("Not Acceptable\n", 406);
    }

    private string Accepted()
    {
        if (!Request.Headers.TryGet("Accept"u8, out ReadOnlySpan<byte> accept)) return "html";
        foreach (Range range in accept.Split((byte)','))
        {
            ReadOnlySpan<byte> media = accept[range];
            int weight = media.IndexOf((byte)';');
            media = (weight < 0 ? media : media[..weight]).Trim(" \t"u8);
            if (Ascii.EqualsIgnoreCase(media, "text/html"u8)) return "html";
            if (Ascii.EqualsIgnoreCase(media, "application/json"u8)) return "json";
            if (Ascii.EqualsIgnoreCase(media, "text/plain"u8)) return "text";
        }
        return "html";
    }
}
