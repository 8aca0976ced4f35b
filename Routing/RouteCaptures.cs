using System.Runtime.CompilerServices;

namespace Stryke.Web.Routing;

/// <summary>The ranges of a match's captures, each packed into 32 bits: where it starts in the raw path, and its length.</summary>
[InlineArray(RouteMatch.MaxCaptures)]
internal struct RouteCaptures
{
    private uint _first;
}
