using Stryke.Web.Http;
using Stryke.Web.Middleware.Faults;

namespace Stryke.Web.Middleware.Errors;

/// <summary>The page that explains an error to the app's author: what, where, the failing line, how it got there, the request.</summary>
internal static class DeveloperErrorPage
{
    internal static void Write(RequestContext context, ErrorReport report)
    {
        var html = new HtmlOut(context.Response);
        html.Begin($"{report.Exception?.GetType().Name ?? report.Title}: {HttpVerbs.Name(context.Request.Verb)} {context.Request.Path}");
        string? root = context.Services.SourceRoot;
        var culprit = report.Exception is { } fault ? StackFrames.Culprit(fault, root) : null;
        WriteHeader(html, context, report, culprit);
        if (report.Exception is not null)
            WriteSource(html, context, culprit);
        WriteRoute(html, context);
        if (report.Exception is { } exception)
            WriteStacks(html, exception, root);
        if (report.Status == 404 && !context.Route.IsFound)
            RouteTable.Write(html, context.Services);
        RequestTables.Write(html, context);
        html.End();
    }

    private static void WriteHeader(HtmlOut html, RequestContext context, ErrorReport report, StackFrame? culprit)
    {
        html.Markup("<header><p class=\"status\">"u8)
            .Number(report.Status)
            .Text($" {report.Title} — {HttpVerbs.Name(context.Request.Verb)} {context.Request.Path}")
            .Markup("</p><h1>"u8)
            .Text(report.Exception?.GetType().FullName ?? report.Title)
            .Markup("</h1><p class=\"message\">"u8)
            .Text(report.Exception?.Message ?? report.Detail)
            .Markup("</p>"u8);
        if (culprit is { File: { } file })
        {
            html.Markup("<p>"u8)
                .Text($"{SourcePath.Show(file, context.Services.SourceRoot)}:{culprit.Line}, {culprit.Method}")
                .Markup("</p>"u8);
        }

        if (report.Remedy is not null)
            html.Markup("<p>"u8).Text(report.Remedy).Markup("</p>"u8);
        html.Markup("</header>"u8);
    }

    private static void WriteRoute(HtmlOut html, RequestContext context)
    {
        if (context.RouteInfo is not { } route)
            return;
        html.Markup("<h2>Route</h2><div class=\"card\"><table><tr><td>"u8)
            .Text($"{route.Verb} {route.Pattern}")
            .Markup("</td><td>"u8)
            .Text($"{route.Controller}#{route.Action}")
            .Markup("</td><td>"u8)
            .Text($"{SourcePath.Show(route.File, context.Services.SourceRoot)}:{route.Line}")
            .Markup("</td></tr></table></div>"u8);
    }

    /// <summary>
    /// The line of the app that led there; where none did, because the framework failed before or after its code, the line of the route.
    /// </summary>
    private static void WriteSource(HtmlOut html, RequestContext context, StackFrame? culprit)
    {
        string? root = context.Services.SourceRoot;
        if (culprit is { File: { } file })
            WriteExcerpt(html, file, culprit.Line, root);
        else if (context.RouteInfo is { } route)
            WriteExcerpt(html, Path.Combine(root ?? "", route.File), route.Line, root);
    }

    private static void WriteStacks(HtmlOut html, Exception exception, string? root)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            html.Markup("<h2>Caused by</h2><p><strong>"u8)
                .Text(cause.GetType().FullName)
                .Markup("</strong></p><p class=\"message\">"u8)
                .Text(cause.Message)
                .Markup("</p>"u8);
            WriteStack(html, StackFrames.Of(cause), root);
        }

        html.Markup("<h2>Stack</h2>"u8);
        WriteStack(html, StackFrames.Of(exception), root);
    }

    private static void WriteExcerpt(HtmlOut html, string file, int failing, string? root)
    {
        if (SourceExcerpt.Read(file, failing) is not { } excerpt)
            return;
        html.Markup("<h2>Source</h2><div class=\"card\"><div class=\"name\">"u8)
            .Text($"{SourcePath.Show(file, root)}:{failing}")
            .Markup("</div><pre>"u8);
        for (int i = 0; i < excerpt.Lines.Count; i++)
        {
            int number = excerpt.First + i;
            html.Markup(number == failing ? "<span class=\"failing\"><i>"u8 : "<span><i>"u8)
                .Number(number)
                .Markup("</i>"u8)
                .Text(excerpt.Lines[i])
                .Markup("</span>"u8);
        }

        html.Markup("</pre></div>"u8);
    }

    /// <summary>The frames of the app, with the framework's folded behind them; all where none is of the app.</summary>
    private static void WriteStack(HtmlOut html, List<StackFrame> frames, string? root)
    {
        var own = frames.FindAll(frame => StackFrames.IsOwn(frame, root));
        html.Markup("<div class=\"card\">"u8);
        WriteFrames(html, own.Count > 0 ? own : frames, own, root);
        if (own.Count > 0 && own.Count < frames.Count)
        {
            html.Markup("<details><summary>"u8).Text("All frames, framework included: ").Number(frames.Count).Markup("</summary>"u8);
            WriteFrames(html, frames, own, root);
            html.Markup("</details>"u8);
        }

        html.Markup("</div>"u8);
    }

    private static void WriteFrames(HtmlOut html, List<StackFrame> frames, List<StackFrame> own, string? root)
    {
        html.Markup("<ol>"u8);
        foreach (var frame in frames)
        {
            html.Markup(own.Contains(frame) ? "<li class=\"own\">"u8 : "<li>"u8).Text(frame.Method);
            if (frame.File is not null)
                html.Text($"  {SourcePath.Show(frame.File, root)}:{frame.Line}");
            html.Markup("</li>"u8);
        }

        html.Markup("</ol>"u8);
    }
}
