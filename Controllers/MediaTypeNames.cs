using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

/// <summary>Between <see cref="MediaType"/> and the header.</summary>
internal static class MediaTypeNames
{
    public static ReadOnlySpan<byte> Utf8(this MediaType media) =>
        media switch
        {
            MediaType.Html => MediaTypes.Html,
            MediaType.Json => MediaTypes.Json,
            _ => MediaTypes.Text,
        };
}
