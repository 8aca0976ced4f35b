using System.Globalization;
using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Errors;

/// <summary>What came with the failed request: captures, query, form and headers. Secrets are filtered by their names.</summary>
internal static class RequestTables
{
    internal static void Write(HtmlOut html, RequestContext context)
    {
        WriteTable(html, "Route parameters", Captures(context));
        WriteTable(html, "Query", Fields(() => context.Query));
        WriteTable(html, "Form", Fields(() => context.Form));
        WriteTable(html, "Files", Files(context));
        WriteTable(html, "Headers", Headers(context.Request));
    }

    private static void WriteTable(HtmlOut html, string title, List<SubmittedField> rows)
    {
        if (rows.Count == 0)
            return;
        html.Markup("<h2>"u8).Text(title).Markup("</h2><div class=\"card\"><table>"u8);
        foreach (var (name, value) in rows)
        {
            html.Markup("<tr><td>"u8).Text(name).Markup("</td><td>"u8).Text(Redaction.Show(name, value)).Markup("</td></tr>"u8);
        }

        html.Markup("</table></div>"u8);
    }

    private static List<SubmittedField> Captures(RequestContext context)
    {
        var rows = new List<SubmittedField>();
        var names = context.RouteInfo?.Parameters ?? [];
        for (int i = 0; i < names.Count; i++)
        {
            rows.Add(new SubmittedField(names[i], PercentEncoding.Decode(context.Route.Capture(context.Request.RawPath, i))));
        }

        return rows;
    }

    private static List<SubmittedField> Fields(Func<FormFields> open)
    {
        var rows = new List<SubmittedField>();
        try
        {
            foreach (var field in open())
                rows.Add(field);
        }
        catch (Exception refused) when (refused is BadRequestException or IOException or InvalidOperationException)
        {
            // Unreadable fields may be the very error that this page is about.
        }

        return rows;
    }

    /// <summary>Names and sizes, and nothing of what is in them.</summary>
    private static List<SubmittedField> Files(RequestContext context)
    {
        var rows = new List<SubmittedField>();
        if (!context.HasUpload || context.UploadFault is not null)
            return rows;
        foreach (var file in context.Files)
        {
            rows.Add(
                new SubmittedField(
                    file.FieldName,
                    string.Create(CultureInfo.InvariantCulture, $"{file.Name} ({file.ContentType}, {file.Length} bytes)")
                )
            );
        }

        return rows;
    }

    private static List<SubmittedField> Headers(HttpRequest request)
    {
        var rows = new List<SubmittedField>();
        foreach (var field in request.Headers)
        {
            rows.Add(new SubmittedField(Encoding.Latin1.GetString(field.Name), Encoding.UTF8.GetString(field.Value)));
        }

        return rows;
    }
}
