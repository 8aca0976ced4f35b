namespace Stryke.Web.Http.Multipart;

/// <summary>What the head of a part says (RFC 7578 §4). All of it is text from outside.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="FileName">
/// The name of the file as it was sent, path and all; empty where a browser had no file to send; null when the part is a field of text.
/// </param>
/// <param name="ContentType">The media type as it was sent; null when the part has none.</param>
public sealed record MultipartPart(string Name, string? FileName, string? ContentType);
