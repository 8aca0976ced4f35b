using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// A route map together with the controllers that it leads to: what the tokens, the checks and the pipeline are written from.
/// </summary>
internal sealed record RouteTable(RouteDrawing Drawing, EquatableArray<ControllerModel> Controllers)
{
    public ControllerModel? ControllerOf(string token) => Controllers.FirstOrDefault(c => c.TokenBelow(Drawing.Namespace) == token);

    public ActionModel? ActionOf(RouteModel route) => ControllerOf(route.Controller)?.Actions.FirstOrDefault(a => a.Name == route.Action);

    /// <summary>The controller that was probably meant by a token that there is none for.</summary>
    public string? Meant(string token)
    {
        if (ControllerOf(token) is not null)
            return null;
        return NearestName.Of(token, Controllers.Where(c => !c.IsAbstract).Select(c => c.TokenBelow(Drawing.Namespace)));
    }

    /// <summary>
    /// The table as it was probably meant: routes to a misspelt controller have the paths of the right one, so that only the misspelling is
    /// reported, not each use of them.
    /// </summary>
    public RouteTable AsMeant()
    {
        List<(string Token, string Meant)> misspelt =
        [
            .. Drawing
                .Controllers.Select(use => use.Token)
                .Distinct()
                .Select(token => (Token: token, Meant: Meant(token)!))
                .Where(pair => pair.Meant is not null),
        ];
        if (misspelt.Count == 0)
            return this;
        var routes = Drawing.Routes.Select(route => misspelt.Aggregate(route, (one, pair) => one.Renamed(pair.Token, pair.Meant)));
        return this with { Drawing = Drawing with { Routes = routes.ToEquatableArray() } };
    }
}
