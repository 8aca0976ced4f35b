using System.Buffers;
using System.Text;

namespace Stryke.Web.Http;

/// <summary>The token of an <c>Authorization: Bearer</c> field (RFC 6750 §2.1).</summary>
public static class BearerCredentials
{
    // token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"=" (RFC 9110 §11.2)
    private static readonly SearchValues<byte> Token68 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"u8
    );

    /// <summary>The token; null when there is no such field, or several, or the scheme is another one, or the token is malformed.</summary>
    public static string? Of(HttpRequest request) => TryGet(request, out var token) ? Encoding.ASCII.GetString(token) : null;

    /// <summary>Whether the request carries credentials of the scheme <c>Bearer</c>, well-formed or not.</summary>
    public static bool IsIn(HttpRequest request) => request.Headers.TryGet("Authorization"u8, out var field) && HasScheme(field);

    private static bool TryGet(HttpRequest request, out ReadOnlySpan<byte> token)
    {
        token = default;
        int count = 0;
        foreach (var field in request.Headers)
        {
            if (!Ascii.EqualsIgnoreCase(field.Name, "Authorization"u8))
                continue;
            if (++count > 1 || !HasScheme(field.Value))
                return false;
            token = Grammar.TrimWhitespace(field.Value["Bearer"u8.Length..]);
        }

        var characters = token.TrimEnd((byte)'=');
        return !characters.IsEmpty && !characters.ContainsAnyExcept(Token68);
    }

    // Schemes are compared without case (RFC 9110 §11.1).
    private static bool HasScheme(ReadOnlySpan<byte> field) =>
        field.Length > "Bearer "u8.Length && Ascii.EqualsIgnoreCase(field[.."Bearer "u8.Length], "Bearer "u8);
}
