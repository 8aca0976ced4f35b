namespace Stryke.Web.Controllers;

/// <summary>The media types that results have.</summary>
internal enum MediaType : byte
{
    None,
    Text,
    Html,
    Json,
}
