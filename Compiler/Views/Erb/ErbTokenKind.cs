namespace Stryke.Web.Compiler.Views.Erb;

/// <summary>What a piece of a template is.</summary>
internal enum ErbTokenKind
{
    /// <summary>Static text.</summary>
    Text,

    /// <summary><c>&lt;% … %&gt;</c>: statements.</summary>
    Code,

    /// <summary><c>&lt;%= … %&gt;</c>: a value, escaped for where it stands.</summary>
    Value,

    /// <summary><c>&lt;%== … %&gt;</c>: a value as it is.</summary>
    RawValue,

    /// <summary><c>&lt;%# … %&gt;</c>: a comment.</summary>
    Comment,

    /// <summary><c>&lt;%@ … %&gt;</c>: parameters.</summary>
    Parameters,
}
