using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Multipart;

/// <summary>Every refusal of a <c>multipart/form-data</c> body, in the order of the clauses.</summary>
internal static class MultipartErrors
{
    // RFC 2046 §5.1: boundaries
    public static readonly ProtocolError BoundaryInvalid = new(
        400,
        "RFC 2046 §5.1.1",
        "The media type has no boundary of 1 to 70 of the characters that it may have."
    );
    public static readonly ProtocolError DelimiterMalformed = new(
        400,
        "RFC 2046 §5.1.1",
        "A boundary is followed neither by the end of its line nor by two hyphens."
    );
    public static readonly ProtocolError PreambleTooLong = new(400, "RFC 2046 §5.1.1", "Too much stands before the first boundary.")
    {
        Limit = RequestLimit.PartHeadBytes,
    };
    public static readonly ProtocolError CutShort = new(400, "RFC 2046 §5.1.1", "The body ends before its last boundary.");

    // RFC 7578 §4, with the syntax of fields of RFC 9110 §5: heads of parts
    public static readonly ProtocolError HeadTooLarge = new(400, "RFC 7578 §4", "The head of a part is too large.")
    {
        Limit = RequestLimit.PartHeadBytes,
    };
    public static readonly ProtocolError TooManyParts = new(400, "RFC 7578 §4", "There are too many parts.") { Limit = RequestLimit.Parts };
    public static readonly ProtocolError HeadMalformed = new(
        400,
        "RFC 7578 §4",
        "A line in the head of a part is not: name, colon, value."
    );
    public static readonly ProtocolError ControlByte = new(400, "RFC 9110 §5.5", "A control byte stands in the head of a part.");
    public static readonly ProtocolError FieldRepeated = new(400, "RFC 7578 §4.8", "A part says more than once what it is.");
    public static readonly ProtocolError DispositionMissing = new(400, "RFC 7578 §4.2", "A part has no Content-Disposition: form-data.");
    public static readonly ProtocolError DispositionMalformed = new(
        400,
        "RFC 7578 §4.2",
        "The parameters of a Content-Disposition cannot be read without doubt."
    );
    public static readonly ProtocolError NameMissing = new(400, "RFC 7578 §4.2", "A part has no name.");
    public static readonly ProtocolError Nested = new(400, "RFC 7578 §4.3", "A part holds parts; files of one field are sent one by one.");
    public static readonly ProtocolError CharsetUnknown = new(400, "RFC 7578 §4.4", "The text of a field is not UTF-8.");
    public static readonly ProtocolError EncodingUnknown = new(
        400,
        "RFC 7578 §4.7",
        "A part is encoded for transfer; over HTTP it is sent as it is."
    );
}
