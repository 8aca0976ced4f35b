namespace Stryke.Web.Compiler.Routes;

/// <summary>The scopes of <c>Draw</c>, each with calls of its own.</summary>
internal enum DrawScopeKind
{
    Top,
    Namespace,
    Resource,
    Actions,
}
