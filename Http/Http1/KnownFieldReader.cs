namespace Stryke.Web.Http.Http1;

/// <summary>Reads one line of a field and notes in the head what it says.</summary>
/// <param name="message">The message.</param>
/// <param name="value">Where the value of the field lies in the message.</param>
/// <param name="head">Takes what the field says.</param>
/// <returns>Null, or why the request is refused.</returns>
internal delegate ProtocolError? KnownFieldReader(ReadOnlySpan<byte> message, ByteRange value, RequestHead head);
