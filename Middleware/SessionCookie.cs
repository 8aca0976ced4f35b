using System.Buffers;
using Stryke.Web.Http;
using Stryke.Web.Security;

namespace Stryke.Web.Middleware;

/// <summary>Between a <see cref="Session"/> and the cookie that carries it, sealed with the purpose "session".</summary>
internal static class SessionCookie
{
    /// <summary>What browsers keep of a cookie at least: name, value and attributes together (RFC 6265 §6.1).</summary>
    internal const int LimitBytes = 4096;

    private const string Purpose = "session";

    internal static void Open(RequestContext context, Session session)
    {
        var services = context.Services;
        if (!new CookieReader(context.Request.Cookie).TryGet(services.Sessions.CookieNameUtf8, out var text))
        {
            session.Open(cameWithCookie: false);
            return;
        }

        session.Open(cameWithCookie: true);
        byte[] message = ArrayPool<byte>.Shared.Rent(MessageSealer.MaxMessageLength(text.Length));
        try
        {
            long now = services.Clock.GetUtcNow().ToUnixTimeSeconds();
            if (!services.Keys.Sealer(Purpose).TryOpen(text, message, now, out int length, out long expiresAt))
                return;
            if (!SessionCodec.TryRead(message.AsSpan(0, length), session.Values))
            {
                session.Open(cameWithCookie: true);
            }
            else if (expiresAt - now < (long)services.Sessions.Lifetime.TotalSeconds / 2)
            {
                session.Renew();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message, clearArray: true);
        }
    }

    /// <summary>Writes a changed session back; one that became empty takes its cookie with it.</summary>
    /// <exception cref="SessionTooLargeException">It does not fit into a cookie.</exception>
    internal static void Save(RequestContext context)
    {
        var session = context.Session;
        if (!session.IsChanged)
            return;
        if (session.Count > 0)
        {
            Write(
                context,
                Seal(context.Services, session),
                context.Services.Sessions.Persistent ? context.Services.Sessions.Lifetime : null
            );
        }
        else if (session.CameWithCookie)
        {
            Write(context, "", TimeSpan.Zero);
        }
    }

    private static string Seal(RequestServices services, Session session)
    {
        byte[] message = ArrayPool<byte>.Shared.Rent(SessionCodec.MaxLength(session.Values));
        try
        {
            int length = SessionCodec.Write(session.Values, message);
            long expiresAt = services.Clock.GetUtcNow().ToUnixTimeSeconds() + (long)services.Sessions.Lifetime.TotalSeconds;
            return services.Keys.Sealer(Purpose).Seal(message.AsSpan(0, length), expiresAt);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message, clearArray: true);
        }
    }

    private static void Write(RequestContext context, string value, TimeSpan? maxAge)
    {
        var cookie = new SetCookie(context.Services.Sessions.CookieName, value)
        {
            HttpOnly = true,
            SameSite = SameSite.Lax,
            Secure =
                context.Request.IsHttps || !context.Services.IsDevelopment || SetCookie.IsSecureName(context.Services.Sessions.CookieName),
            MaxAge = maxAge,
        };

        if (cookie.Name.Length + value.Length > SetCookie.MaxBytes)
            throw new SessionTooLargeException(cookie.Name.Length + value.Length, SetCookie.MaxBytes, context.Session.Values);
        var field = new ArrayBufferWriter<byte>(256 + value.Length);
        cookie.WriteTo(field);
        if (field.WrittenCount > LimitBytes)
            throw new SessionTooLargeException(field.WrittenCount, LimitBytes, context.Session.Values);
        context.Response.AddHeader("Set-Cookie"u8, field.WrittenSpan);
    }
}
