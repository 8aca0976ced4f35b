namespace Stryke.Web.Compiler.Views.Model;

/// <summary>What a piece of a parsed view does.</summary>
internal enum ViewNodeKind
{
    /// <summary>Writes static text.</summary>
    Literal,

    /// <summary>Is statements.</summary>
    Code,

    /// <summary>Writes a value.</summary>
    Value,
}
