using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Security;
using Xunit;
using Stack = Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.Sessions, Stryke.Web.Middleware.Chains.EndOfChain>;

namespace Stryke.Web.Specs.Middleware;

public sealed class SessionsSpec
{
    private const string Name = "_stryke_session";

    private readonly KeyRing _keys = KeyRing.Ephemeral();
    private readonly Clock _clock = new();

    [Fact]
    public void What_one_request_remembers_the_next_one_knows()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");

        Assert.Equal("42", Read(visitor, "user"));
    }

    [Fact]
    public void Any_texts_come_back_the_same() =>
        Prop.ForAll<NonEmptyString, NonEmptyString>(
                (name, text) =>
                {
                    if (!IsText(name.Get) || !IsText(text.Get))
                        return true;
                    var visitor = Visit();
                    Do(visitor, session => session[name.Get] = text.Get);
                    return Read(visitor, name.Get) == text.Get;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_cookie_with_any_bit_flipped_is_an_empty_session() =>
        Prop.ForAll<PositiveInt, int>(
                (at, bit) =>
                {
                    var visitor = Visit();
                    Do(visitor, session => session["user"] = "42");
                    char[] cookie = visitor.Cookies[Name].ToCharArray();
                    char flipped = (char)(cookie[at.Get % cookie.Length] ^ (1 << (bit & 7)));
                    if (flipped is < '!' or > '~' or ';' or ',')
                        return true;
                    cookie[at.Get % cookie.Length] = flipped;
                    visitor.Cookies[Name] = new string(cookie);
                    return Read(visitor, "user") is null;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_cookie_of_another_app_is_an_empty_session()
    {
        var visitor = Visit();
        visitor.Cookies[Name] = KeyRing.Ephemeral().Sealer("session").Seal([1, 4, .. "user"u8, 1, (byte)'1']);

        Assert.Null(Read(visitor, "user"));
    }

    [Fact]
    public void A_text_sealed_for_another_purpose_is_an_empty_session()
    {
        var visitor = Visit();
        visitor.Cookies[Name] = _keys.Sealer("else").Seal([1, 4, .. "user"u8, 1, (byte)'1']);
        Assert.Null(Read(visitor, "user"));

        visitor.Cookies[Name] = _keys.Sealer("session").Seal([1, 4, .. "user"u8, 1, (byte)'1']);
        Assert.Equal("1", Read(visitor, "user"));
    }

    [Fact]
    public void RFC_9113_8_2_3_the_session_is_found_in_the_second_line_of_cookies()
    {
        var visitor = new Visitor<Stack>(Some.Services(keys: _keys)) { SplitsCookies = true };
        visitor.Cookies["other"] = "1";
        Do(visitor, session => session["user"] = "42");

        Assert.Equal("42", Read(visitor, "user"));
    }

    [Fact]
    public void RFC_6265bis_4_1_3_a_cookie_with_a_prefix_is_secure_in_development_too()
    {
        var sessions = new SessionOptions { CookieName = "__Host-app" };
        var visitor = new Visitor<Stack>(Some.Services(StrykeEnvironment.Development, sessions: sessions));

        Assert.EndsWith(
            "; Path=/; Secure; HttpOnly; SameSite=Lax",
            Do(visitor, session => session["user"] = "42")["Set-Cookie"],
            StringComparison.Ordinal
        );
        Assert.Contains("Max-Age=0", Do(visitor, session => session.Reset())["Set-Cookie"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_was_not_changed_is_not_sent_again()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");

        Assert.Null(Do(visitor, session => session["user"] = "42")["Set-Cookie"]);
        Assert.Null(Do(visitor, session => session.Remove("nothing"))["Set-Cookie"]);
        Assert.NotNull(Do(visitor, session => session["user"] = "43")["Set-Cookie"]);
    }

    [Fact]
    public void A_request_that_does_not_use_its_session_gets_no_header_of_it()
    {
        var reply = Visit().Get("/");

        Assert.Null(reply["Set-Cookie"]);
        Assert.Null(reply["Cache-Control"]);
    }

    [Fact]
    public void A_page_made_with_a_session_is_for_no_shared_cache_unless_it_says_otherwise()
    {
        var visitor = Visit();
        Assert.Equal("private, no-cache", Do(visitor, session => session["user"] = "42")["Cache-Control"]);

        visitor.Action = context =>
        {
            context.Session["user"] = "43";
            context.Response.AddHeader("Cache-Control", "no-store");
        };
        Assert.Equal(["no-store"], visitor.Get("/").All("Cache-Control"));
    }

    [Theory]
    [InlineData(StrykeEnvironment.Production, "; Path=/; Secure; HttpOnly; SameSite=Lax")]
    [InlineData(StrykeEnvironment.Test, "; Path=/; Secure; HttpOnly; SameSite=Lax")]
    [InlineData(StrykeEnvironment.Development, "; Path=/; HttpOnly; SameSite=Lax")]
    public void The_cookie_is_for_the_server_alone_and_for_https_outside_development(StrykeEnvironment environment, string attributes)
    {
        var visitor = new Visitor<Stack>(Some.Services(environment));

        string cookie = Do(visitor, session => session["user"] = "42")["Set-Cookie"]!;

        Assert.StartsWith($"{Name}=", cookie, StringComparison.Ordinal);
        Assert.Equal(attributes, cookie[cookie.IndexOf(';')..]);
    }

    [Fact]
    public void Options_name_the_cookie_and_let_it_outlive_the_browser()
    {
        var options = new SessionOptions
        {
            CookieName = "__Host-blog",
            Persistent = true,
            Lifetime = TimeSpan.FromHours(1),
        };
        var visitor = new Visitor<Stack>(Some.Services(sessions: options));

        string cookie = Do(visitor, session => session["user"] = "42")["Set-Cookie"]!;

        Assert.StartsWith("__Host-blog=", cookie, StringComparison.Ordinal);
        Assert.Contains("; Max-Age=3600;", cookie, StringComparison.Ordinal);
        Assert.Equal("42", Read(visitor, "user"));
    }

    [Fact]
    public void A_session_ends_with_its_lifetime_whatever_the_browser_kept()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");

        _clock.Now += TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1);
        string kept = visitor.Cookies[Name];
        Assert.Equal("42", Read(visitor, "user"));

        visitor.Cookies[Name] = kept;
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(Read(visitor, "user"));
    }

    [Fact]
    public void A_session_in_use_is_renewed_when_half_of_its_life_has_passed()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");

        _clock.Now += TimeSpan.FromDays(7);
        Assert.Null(Do(visitor, session => _ = session["user"])["Set-Cookie"]);
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotNull(Do(visitor, session => _ = session["user"])["Set-Cookie"]);

        _clock.Now += TimeSpan.FromDays(13);
        Assert.Equal("42", Read(visitor, "user"));
    }

    [Fact]
    public void Reset_forgets_everything_and_takes_the_cookie_away()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");

        var reply = Do(visitor, session => session.Reset());

        Assert.Contains("Max-Age=0", reply["Set-Cookie"], StringComparison.Ordinal);
        Assert.Empty(visitor.Cookies);
        Assert.Null(Do(visitor, session => session.Reset())["Set-Cookie"]);
    }

    [Fact]
    public void What_is_set_after_a_reset_is_all_there_is()
    {
        var visitor = Visit();
        Do(visitor, session => session["guest"] = "yes");
        Do(
            visitor,
            session =>
            {
                session.Reset();
                session["user"] = "42";
            }
        );

        Assert.Null(Read(visitor, "guest"));
        Assert.Equal("42", Read(visitor, "user"));
    }

    [Fact]
    public void A_session_that_does_not_fit_into_a_cookie_is_an_error_that_names_what_is_large_but_not_its_text()
    {
        var log = new MemoryStream();
        var writer = new LogWriter(log);
        var visitor = new Visitor<Stack>(Some.Services(log: writer));

        var reply = Do(
            visitor,
            session =>
            {
                session["cart"] = new string('x', 5000);
                session["user"] = "42";
            }
        );
        writer.Flush();
        string line = System.Text.Encoding.UTF8.GetString(log.ToArray());

        Assert.Equal(500, reply.Status);
        Assert.Null(reply["Set-Cookie"]);
        Assert.Contains("cart (5000 characters)", line, StringComparison.Ordinal);
        Assert.Contains("browsers keep 4096", line, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxxx", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_session_that_fits_makes_a_cookie_of_at_most_4096_bytes()
    {
        int largest = Enumerable
            .Range(2900, 300)
            .Last(length => Do(Visit(), session => session["a"] = new string('x', length)).Status == 200);
        string cookie = Do(Visit(), session => session["a"] = new string('x', largest))["Set-Cookie"]!;

        Assert.InRange(cookie.Length, 4090, 4096);
        Assert.Equal(500, Do(Visit(), session => session["a"] = new string('x', largest + 3)).Status);
    }

    [Fact]
    public void One_visitor_never_sees_what_another_on_the_same_connection_has()
    {
        var visitor = Visit();
        Do(visitor, session => session["user"] = "42");
        visitor.Cookies.Clear();

        Assert.Null(Read(visitor, "user"));
    }

    private static bool IsText(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);

    private static Reply Do(Visitor<Stack> visitor, Action<Session> work)
    {
        visitor.Action = context => work(context.Session);
        var reply = visitor.Get("/");
        visitor.Action = _ => { };
        return reply;
    }

    private static string? Read(Visitor<Stack> visitor, string name)
    {
        string? value = null;
        Do(visitor, session => value = session[name]);
        return value;
    }

    private Visitor<Stack> Visit() => new(Some.Services(keys: _keys, clock: _clock));
}
