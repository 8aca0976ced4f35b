namespace Stryke.Web.Persistence.Sessions;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>White space, or a byte order mark.</summary>
    Space,

    /// <summary><c>-- …</c> or <c>/* … */</c>.</summary>
    Comment,

    /// <summary><c>/* …</c> that nothing ends.</summary>
    OpenComment,

    /// <summary>A text or bytes in single quotes: <c>'it''s'</c>, <c>x'00'</c>.</summary>
    Literal,

    /// <summary>A name in quotes: <c>"a"</c>, <c>`a`</c>, <c>[a]</c>.</summary>
    Name,

    /// <summary>A keyword, a name without quotes, or a number.</summary>
    Word,

    /// <summary>Anything else, one character at a time.</summary>
    Symbol,
}
