namespace Stryke.Web.Compiler.Routes;

/// <summary>The kinds of a pattern's segment, the most specific first: this order decides which of two routes a path belongs to.</summary>
internal enum SegmentKind
{
    /// <summary><c>posts</c></summary>
    Static,

    /// <summary><c>feed.:format</c></summary>
    StaticFormat,

    /// <summary><c>:id.:format</c></summary>
    ParameterFormat,

    /// <summary><c>:id</c></summary>
    Parameter,

    /// <summary><c>*rest</c></summary>
    Glob,
}
