using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>The views that a template calls whichever way its code goes.</summary>
/// <param name="Caller">The view's name without <c>Views.</c>: <c>Posts.Post</c>.</param>
/// <param name="Calls">What it calls.</param>
internal sealed record ViewCalls(string Caller, EquatableArray<ViewReference> Calls);
