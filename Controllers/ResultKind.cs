namespace Stryke.Web.Controllers;

/// <summary>What a <see cref="Result"/> does when it is carried out.</summary>
internal enum ResultKind : byte
{
    /// <summary>Only a status: 204 for a result that nobody made.</summary>
    Empty,

    /// <summary>The body stands in the response already.</summary>
    Written,

    /// <summary>A text is the body.</summary>
    Text,

    /// <summary>A <see cref="ResultBody"/> writes the body.</summary>
    Body,

    /// <summary>A <see cref="ResultBody"/> writes the body while it is sent.</summary>
    Streamed,

    /// <summary>The client is sent to another place.</summary>
    Redirect,

    /// <summary>The error page of 404.</summary>
    NotFound,

    /// <summary>The error page of 400, with the reason.</summary>
    BadRequest,

    /// <summary>The error page of 403, with the reason.</summary>
    Forbidden,

    /// <summary>The answer 401, with the reason and a challenge.</summary>
    Unauthorized,

    /// <summary>The error page of 406, with the reason.</summary>
    NotAcceptable,

    /// <summary>The error page of 415, with the reason.</summary>
    UnsupportedMediaType,
}
