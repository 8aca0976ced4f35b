namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>A statement that leaves the straight way: <c>return</c>, <c>break</c>, <c>continue</c>, <c>goto</c>.</summary>
internal enum Jump
{
    /// <summary>None.</summary>
    None,

    /// <summary>Out of the nearest loop or switch.</summary>
    Break,

    /// <summary>To the next turn of the nearest loop.</summary>
    Continue,

    /// <summary>Out of the template.</summary>
    Return,

    /// <summary>Anywhere.</summary>
    Goto,
}
