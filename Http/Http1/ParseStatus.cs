namespace Stryke.Web.Http.Http1;

/// <summary>How far the parser, or the decoder of a body, has come.</summary>
internal enum ParseStatus : byte
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>The head of a request was read, and a body follows: the caller decides how to read it.</summary>
    Head,

    /// <summary>All of it is there.</summary>
    Complete,

    /// <summary>The bytes are refused; the error says why.</summary>
    Invalid,
}
