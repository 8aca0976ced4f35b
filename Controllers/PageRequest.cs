using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Steps;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers;

/// <summary>What a page may know of the request that it answers.</summary>
internal sealed class PageRequest(Controller controller) : ViewRequest
{
    public override string Path => controller.Request.Path;

    public override bool IsCurrent(string path)
    {
        var wanted = WithoutQuery(path);
        return wanted.SequenceEqual(Path) || Decoded(wanted).SequenceEqual(Path) || IsOfSameAction(wanted);
    }

    public override string CsrfToken => Csrf.TokenFor(controller.Context);

    public override DateTime UtcNow => controller.Context.Services.Clock.GetUtcNow().UtcDateTime;

    public override string? Flash(string kind) => controller.Flash[kind];

    public override string AssetPath(string name) => controller.Context.Services.Assets.PathFor(name);

    // Paths are encoded and the request's is not.
    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> path) =>
        path.Contains('%') ? PercentEncoding.Decode(Encoding.UTF8.GetBytes(path.ToString())) : path;

    // Root(Posts.Index) and GET /posts are two paths of one page.
    private bool IsOfSameAction(ReadOnlySpan<char> path)
    {
        if (controller.Context.RouteInfo is not { Verb: "GET", Parameters.Count: 0 } current)
            return false;
        foreach (var route in controller.Context.Services.Routes)
        {
            bool isSame = route.Verb == "GET" && route.Action == current.Action && route.Controller == current.Controller;
            if (isSame && route.Parameters.Count == 0 && path.SequenceEqual(route.Pattern))
                return true;
        }
        return false;
    }
}
