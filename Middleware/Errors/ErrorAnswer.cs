using System.Text;
using System.Text.Json;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Faults;

namespace Stryke.Web.Middleware.Errors;

/// <summary>
/// Writes a report in the form that the client takes (<c>Accept</c>, RFC 9110 §12.5.1): a page or problem details where it names HTML or
/// JSON, otherwise text. An API has problem details only.
/// </summary>
internal static class ErrorAnswer
{
    internal static void Write(RequestContext context, ErrorReport report)
    {
        var response = context.Response;
        response.Reset();
        response.Status = report.Status;
        response.AddHeader("Cache-Control"u8, "no-store"u8);
        if (report.Status == 405)
            response.AddHeader("Allow", context.Route.Allow.ToString());

        context.Request.Headers.TryGet("Accept"u8, out var accept);
        var page = Named(accept, MediaTypes.Html);
        var problem = Better(Named(accept, MediaTypes.Json), Named(accept, MediaTypes.Problem));
        if (context.IsApi || (problem.IsAcceptable && problem.IsAbove(page)))
        {
            WriteProblem(context, report);
        }
        else if (page.IsAcceptable)
        {
            WritePage(context, report);
        }
        else
        {
            WriteText(context, report);
        }
    }

    /// <summary>What the client says of a type itself: <c>*/*</c> is what programs send that do not care.</summary>
    private static MediaPreference Named(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> mediaType) =>
        MediaRanges.Of(accept, mediaType) is { Precision: > 1 } named ? named : default;

    private static MediaPreference Better(MediaPreference one, MediaPreference other) => other.IsAbove(one) ? other : one;

    private static void WritePage(RequestContext context, ErrorReport report)
    {
        var response = context.Response;
        response.SetContentType(MediaTypes.Html);
        if (context.Services.IsDevelopment)
        {
            response.AddHeader("Content-Security-Policy", ErrorStyle.Policy);
            DeveloperErrorPage.Write(context, report);
        }
        else if (context.Services.Assets.Find($"{report.Status}.html") is { } own)
        {
            response.Write(own.Bytes);
        }
        else
        {
            response.AddHeader("Content-Security-Policy", ErrorStyle.Policy);
            PlainErrorPage.Write(response, report);
        }
    }

    // RFC 9457 §3.1. The type is about:blank, which means that the title is that of the status (§4.2.1).
    private static void WriteProblem(RequestContext context, ErrorReport report)
    {
        context.Response.SetContentType(MediaTypes.Problem);
        using var json = new Utf8JsonWriter(context.Response);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", report.Title);
        json.WriteNumber("status", report.Status);
        json.WriteString("detail", report.Detail);
        if (report.Remedy is not null)
            json.WriteString("remedy", report.Remedy);
        if (report.Exception is { } exception && context.Services.IsDevelopment)
        {
            json.WriteString("exception", exception.GetType().FullName);
            json.WriteString("message", exception.Message);
            json.WriteStartArray("stack");
            foreach (var frame in StackFrames.AppFirst(exception, context.Services.SourceRoot))
                json.WriteStringValue(frame.ToString());
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteText(RequestContext context, ErrorReport report)
    {
        var text = new StringBuilder($"{report.Status} {report.Title}\n{report.Detail}\n");
        if (report.Remedy is not null)
            text.Append(report.Remedy).Append('\n');
        if (report.Exception is { } exception && context.Services.IsDevelopment)
            text.Append('\n').Append(FaultText.Of(exception, context.Services.SourceRoot)).Append('\n');
        context.Response.SetContentType(MediaTypes.Text);
        context.Response.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
