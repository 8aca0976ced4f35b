using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Stryke.Web.Http;

/// <summary>One <c>Set-Cookie</c> field (RFC 6265 §4.1). Add it to a response with <see cref="HttpResponse.AddCookie"/>.</summary>
public readonly record struct SetCookie
{
    /// <summary>Most bytes of name and value together; browsers drop a cookie with more (RFC 6265bis §5.6).</summary>
    public const int MaxBytes = 4096;

    /// <summary>Most bytes of a path or domain; browsers ignore a longer one (RFC 6265bis §5.6).</summary>
    public const int MaxAttributeBytes = 1024;

    /// <summary>A cookie for the whole site that ends with the browser's session.</summary>
    /// <param name="name">A token, such as <c>_app_session</c>.</param>
    /// <param name="value">
    /// Cookie octets: printable ASCII without spaces, quotes, commas, semicolons and backslashes. Encode other text first.
    /// </param>
    public SetCookie(string name, string value)
    {
        Name = name;
        Value = value;
        Path = "/";
    }

    /// <summary>Name of the cookie.</summary>
    public string Name { get; }

    /// <summary>Value of the cookie.</summary>
    public string Value { get; }

    /// <summary>Paths below which the cookie is sent; null writes no attribute. Default <c>/</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Domain that the cookie is sent to, with its subdomains; null: the host that set it, and no other.</summary>
    public string? Domain { get; init; }

    /// <summary>Life of the cookie, in whole seconds; zero or less deletes it. Null: until the browser closes.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Moment at which the cookie ends; <see cref="MaxAge"/> wins where both are given.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Hides the cookie from scripts.</summary>
    public bool HttpOnly { get; init; }

    /// <summary>Sends the cookie over HTTPS only.</summary>
    public bool Secure { get; init; }

    /// <summary>What becomes of the cookie in requests from other sites.</summary>
    public SameSite SameSite { get; init; }

    /// <summary>A cookie that makes the browser forget the one of that name and path. It is Secure where the name asks for that.</summary>
    public static SetCookie Delete(string name, string path = "/") =>
        new(name, "")
        {
            Path = path,
            MaxAge = TimeSpan.Zero,
            Expires = DateTimeOffset.UnixEpoch,
            Secure = IsSecureName(name),
        };

    /// <summary>Whether browsers take a cookie of this name only when it is Secure: <c>__Host-…</c>, <c>__Secure-…</c>, in any case (RFC
    /// 6265bis §4.1.3).</summary>
    public static bool IsSecureName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsHostName(name) || name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes the value of the field, for example <c>a=1; Path=/; HttpOnly; SameSite=Lax</c>.</summary>
    /// <exception cref="ArgumentException">As for <see cref="ThrowIfInvalid"/>.</exception>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ThrowIfInvalid();
        Ascii(output, Name);
        output.Write("="u8);
        Ascii(output, Value);
        if (Path is not null)
        {
            output.Write("; Path="u8);
            Ascii(output, Path);
        }

        if (Domain is not null)
        {
            output.Write("; Domain="u8);
            Ascii(output, Domain);
        }

        if (MaxAge is { } maxAge)
        {
            output.Write("; Max-Age="u8);
            Utf8Formatter.TryFormat(Math.Max(0, (long)maxAge.TotalSeconds), output.GetSpan(20), out int digits);
            output.Advance(digits);
        }

        if (Expires is { } expires)
        {
            output.Write("; Expires="u8);
            HttpDate.Format(expires.ToUnixTimeSeconds(), output.GetSpan(HttpDate.Length));
            output.Advance(HttpDate.Length);
        }

        output.Write(Secure ? "; Secure"u8 : default);
        output.Write(HttpOnly ? "; HttpOnly"u8 : default);
        output.Write(
            SameSite switch
            {
                SameSite.Lax => "; SameSite=Lax"u8,
                SameSite.Strict => "; SameSite=Strict"u8,
                SameSite.None => "; SameSite=None"u8,
                _ => default,
            }
        );
    }

    /// <summary>Checks that browsers will keep the cookie, and understand it as it is meant.</summary>
    /// <exception cref="ArgumentException">Name, value, path or domain hold what a cookie cannot, or are too long, or the name
    /// (<c>__Host-</c>, <c>__Secure-</c>) or <see cref="SameSite.None"/> asks for attributes that are not there. The message names the
    /// cookie.</exception>
    public void ThrowIfInvalid()
    {
        if (string.IsNullOrEmpty(Name) || !Only(Name, Grammar.Token))
        {
            throw new ArgumentException($"A cookie's name is a token (RFC 6265 §4.1.1): \"{Name}\".");
        }

        if (!Only(Value, Grammar.CookieOctet))
        {
            throw new ArgumentException(
                $"The value of cookie {Name} holds a character that no cookie can carry (RFC 6265 §4.1.1); encode it first."
            );
        }

        if (!IsAttribute(Path) || !IsAttribute(Domain))
        {
            throw new ArgumentException($"Path and Domain of cookie {Name} are printable ASCII without semicolons (RFC 6265 §4.1.1).");
        }

        CheckLengths();
        CheckSecure();
    }

    private void CheckLengths()
    {
        if (Name.Length + Value.Length > MaxBytes)
        {
            throw new ArgumentException(
                $"Cookie {Brief(Name)} has {Name.Length + Value.Length} bytes, name and encoded value together, and browsers drop one of "
                    + $"more than {MaxBytes} (RFC 6265bis §5.6). Keep an id in the cookie and the rest in the database."
            );
        }

        if (Path?.Length > MaxAttributeBytes || Domain?.Length > MaxAttributeBytes)
        {
            throw new ArgumentException($"Path and Domain of cookie {Name} have at most {MaxAttributeBytes} bytes (RFC 6265bis §5.6).");
        }
    }

    // RFC 6265bis §4.1.3, §5.7: browsers drop such a cookie without these attributes, silently.
    private void CheckSecure()
    {
        if (IsHostName(Name) && !(Secure && Path == "/" && Domain is null))
        {
            throw new ArgumentException($"Cookie {Name} must be Secure, have Path=/ and no Domain (RFC 6265bis §4.1.3.2).");
        }

        if (IsSecureName(Name) && !Secure)
        {
            throw new ArgumentException($"Cookie {Name} must be Secure (RFC 6265bis §4.1.3.1).");
        }

        if (SameSite == SameSite.None && !Secure)
        {
            throw new ArgumentException($"Cookie {Name} has SameSite=None, so it must be Secure (RFC 6265bis §5.7).");
        }
    }

    private static bool IsHostName(string name) => name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);

    private static string Brief(string name) => name.Length <= 100 ? name : name[..100] + "…";

    private static bool Only(string text, SearchValues<byte> allowed)
    {
        foreach (char c in text)
        {
            if (c > '~' || !allowed.Contains((byte)c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAttribute(string? text)
    {
        foreach (char c in text.AsSpan())
        {
            if (c is < ' ' or > '~' or ';')
            {
                return false;
            }
        }

        return true;
    }

    private static void Ascii(IBufferWriter<byte> output, string text) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
