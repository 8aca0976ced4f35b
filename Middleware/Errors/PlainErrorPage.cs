using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Errors;

/// <summary>The short page that visitors see: status, a sentence, a remedy. Nothing about the inside.</summary>
internal static class PlainErrorPage
{
    internal static void Write(HttpResponse response, ErrorReport report)
    {
        var html = new HtmlOut(response).Begin(report.Title);
        html.Markup("<header class=\"plain\"><p class=\"status\">"u8)
            .Number(report.Status)
            .Markup("</p><h1>"u8)
            .Text(report.Title)
            .Markup("</h1><p>"u8)
            .Text(report.Detail)
            .Markup("</p>"u8);
        if (report.Remedy is not null)
            html.Markup("<p>"u8).Text(report.Remedy).Markup("</p>"u8);
        html.Markup("</header>"u8).End();
    }
}
