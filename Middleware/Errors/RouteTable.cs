using Stryke.Web.Middleware.Faults;

namespace Stryke.Web.Middleware.Errors;

/// <summary>The app's routes, on the page that says that none matched.</summary>
internal static class RouteTable
{
    internal static void Write(HtmlOut html, RequestServices services)
    {
        if (services.Routes.Count == 0)
            return;
        html.Markup("<h2>Routes</h2><div class=\"card\"><table>"u8);
        foreach (var route in services.Routes)
        {
            html.Markup("<tr><td>"u8)
                .Text(route.Verb)
                .Markup("</td><td>"u8)
                .Text(route.Pattern)
                .Markup("</td><td>"u8)
                .Text($"{route.Controller}#{route.Action}")
                .Markup("</td><td>"u8)
                .Text($"{SourcePath.Show(route.File, services.SourceRoot)}:{route.Line}")
                .Markup("</td></tr>"u8);
        }

        html.Markup("</table></div>"u8);
    }
}
