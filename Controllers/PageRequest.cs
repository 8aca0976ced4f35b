using Stryke.Web.Middleware;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers;

/// <summary>What a page may know of the request that it answers.</summary>
internal sealed class PageRequest(Controller controller) : ViewRequest
{
    public override string Path => controller.Request.Path;

    public override string CsrfToken => Csrf.TokenFor(controller.Context);

    public override DateTime UtcNow => controller.Context.Services.Clock.GetUtcNow().UtcDateTime;

    public override string? Flash(string kind) => controller.Flash[kind];

    public override string AssetPath(string name) => controller.Context.Services.Assets.PathFor(name);
}
