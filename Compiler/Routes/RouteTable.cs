using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>A route map together with the controllers that it leads to: what the tokens, the checks and the pipeline are written from.</summary>
internal sealed record RouteTable(RouteDrawing Drawing, EquatableArray<ControllerModel> Controllers)
{
    public ControllerModel? ControllerOf(string token) => Controllers.FirstOrDefault(c => c.TokenBelow(Drawing.Namespace) == token);

    public ActionModel? ActionOf(RouteModel route) => ControllerOf(route.Controller)?.Actions.FirstOrDefault(a => a.Name == route.Action);
}
