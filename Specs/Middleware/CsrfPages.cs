using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Steps;

namespace Stryke.Web.Specs.Middleware;

/// <summary>Pages with a form in them.</summary>
internal static class CsrfPages
{
    /// <summary>The token of a page that the visitor looks at.</summary>
    public static string TokenFromPage<TChain>(this Visitor<TChain> visitor)
        where TChain : struct, IChainLink
    {
        string? token = null;
        visitor.Action = context => token = Csrf.TokenFor(context);
        visitor.Get("/new");
        visitor.Action = _ => { };
        return token!;
    }
}
