using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Views;

public sealed class HtmlWriterSpec
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("<b> & \"c\" 'd'", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")]
    [InlineData("a\rb\0c", "a&#13;b\uFFFDc")]
    [InlineData("ä€𝄞", "ä€𝄞")]
    [InlineData(null, "")]
    public void Text_is_escaped(string? value, string text)
    {
        Assert.Equal(text, Written(w => w.Text(value)));
        Assert.Equal(text, Written(w => w.Attribute(value)));
    }

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("\uFFFDa", Written(w => w.Text("\uD800a")));
        Assert.Equal("\uFFFD&lt;\uFFFD", Written(w => w.Text("\uD834<\uDD1E")));
    }

    [Fact]
    public void Text_reads_back_as_it_was() =>
        Prop.ForAll<string?>(value =>
                WebUtility.HtmlDecode(Written(w => w.Text(value))) == WholeCharacters(value)
                && !Written(w => w.Attribute(value)).AsSpan().ContainsAny("<>\"'\r\0")
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('&')]
    [InlineData('"')]
    [InlineData('\'')]
    [InlineData('\r')]
    [InlineData('\0')]
    [InlineData('€')]
    [InlineData('\u00FF')]
    [InlineData('\u013C')]
    [InlineData('a')]
    public void A_special_character_is_found_wherever_it_stands(char special)
    {
        for (int length = 1; length < 70; length++)
        {
            for (int at = 0; at < length; at++)
            {
                string text = new string('x', at) + special + new string('y', length - at - 1);
                string expected = special == '\0' ? text.Replace('\0', '\uFFFD') : text;
                Assert.Equal(expected, WebUtility.HtmlDecode(Written(w => w.Text(text))));
                Assert.False(Written(w => w.Text(text)).AsSpan().ContainsAny("<>\"'\r\0"));
            }
        }
    }

    [Fact]
    public void What_is_written_does_not_depend_on_how_much_room_there_is() =>
        Prop.ForAll<string?[]>(values =>
            {
                void Write(HtmlWriter writer)
                {
                    foreach (string? value in values)
                    {
                        writer.Literal("<p>"u8);
                        writer.Text(value + new string('€', 400) + value);
                        writer.Url(value);
                        writer.UrlPart(value);
                        writer.ScriptString(value);
                        writer.Text(values.Length);
                    }
                }
                string expected = Written(Write);
                return Small(Write, native: false) == expected && Small(Write, native: true) == expected;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("/posts/1", "/posts/1")]
    [InlineData("https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&amp;d=e#f")]
    [InlineData("HTTPS://example.com", "HTTPS://example.com")]
    [InlineData("mailto:a@example.com", "mailto:a@example.com")]
    [InlineData("a b\"'<ä", "a%20b%22%27%3C%C3%A4")]
    [InlineData("a%20b", "a%20b")]
    [InlineData("100%", "100%25")]
    [InlineData("/a:b", "/a:b")]
    [InlineData("?a:b", "?a:b")]
    [InlineData("javascript:alert(1)", "#blocked-url")]
    [InlineData("JavaScript:alert(1)", "#blocked-url")]
    [InlineData(" javascript:alert(1)", "#blocked-url")]
    [InlineData("\u0001javascript:alert(1)", "#blocked-url")]
    [InlineData("java\tscript:alert(1)", "#blocked-url")]
    [InlineData("java\0script:alert(1)", "#blocked-url")]
    [InlineData("data:text/html,a", "#blocked-url")]
    [InlineData(":a", "#blocked-url")]
    [InlineData(null, "")]
    public void A_url_is_let_through_only_with_a_harmless_scheme(string? url, string written) =>
        Assert.Equal(written, Written(w => w.Url(url)));

    [Fact]
    public void A_part_of_a_url_is_encoded_whole() =>
        Prop.ForAll<string?>(value =>
            {
                string written = Written(w => w.UrlPart(value));
                return Uri.UnescapeDataString(written) == new StringBuilder(WholeSurrogates(value)).ToString()
                    && written.All(c => char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_string_in_a_script_reads_back_as_JSON() =>
        Prop.ForAll<string?>(value =>
                JsonSerializer.Deserialize<string>(Written(w => w.Script(value))) == (value is null ? null : WholeSurrogates(value))
                && !Written(w => w.Script(value)).AsSpan().ContainsAny("<>&'`$/\u2028\u2029")
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Values_in_a_script_are_of_its_types()
    {
        Assert.Equal(" 42", Written(w => w.Script(42)));
        Assert.Equal(" -1.5", Written(w => w.Script(-1.5m)));
        Assert.Equal("null", Written(w => w.Script(double.NaN)));
        Assert.Equal("true", Written(w => w.Script(true)));
        Assert.Equal("null", Written(w => w.Script((int?)null)));
        Assert.Equal("null", Written(w => w.Script((bool?)null)));
        Assert.Equal("\"2026-04-26T12:00:00.0000000Z\"", Written(w => w.Script(new DateTime(2026, 4, 26, 12, 0, 0, DateTimeKind.Utc))));
        Assert.Equal("\"Friday\"", Written(w => w.Script(DayOfWeek.Friday)));
        Assert.Equal("\"\\u003Cb\\u003E\"", Written(w => w.Script(new Html("<b>"))));
    }

    [Fact]
    public void Trusted_markup_is_written_as_it_is_in_text_and_escaped_in_an_attribute()
    {
        var markup = new Html("<b>a</b>");
        Assert.Equal("<b>a</b>", Written(w => w.Text(markup)));
        Assert.Equal("&lt;b&gt;a&lt;/b&gt;", Written(w => w.Attribute(markup)));
        Assert.Equal("", Written(w => w.Text(Html.Empty)));
        Assert.Equal("&lt;b&gt;", Html.Escape("<b>").ToString());
    }

    [Fact]
    public void A_type_of_the_apps_own_is_escaped() => Assert.Equal("&lt;1&gt;", Written(w => w.Text(new Angled(1))));

    [Fact]
    public void A_type_that_needs_much_room_is_written_whole() =>
        Assert.Equal(new string('&', 300).Replace("&", "&amp;", StringComparison.Ordinal), Written(w => w.Text(new Long())));

    [Theory]
    [InlineData("class", "a\"b", " class=\"a&quot;b\"")]
    [InlineData("href", "javascript:x", " href=\"#blocked-url\"")]
    [InlineData("disabled", "", " disabled=\"\"")]
    [InlineData("title", null, "")]
    public void Attributes_by_name_are_escaped_for_what_they_mean(string name, string? value, string written) =>
        Assert.Equal(written, Written(w => w.NamedAttribute(name, value)));

    [Theory]
    [InlineData("onclick")]
    [InlineData("STYLE")]
    [InlineData("srcdoc")]
    [InlineData("a b")]
    [InlineData("a>")]
    [InlineData("")]
    public void Attributes_that_would_be_run_are_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Written(w => w.NamedAttribute(name, "a")));

    [Fact]
    public void A_writer_outside_a_template_renders_no_views() =>
        Assert.Throws<InvalidOperationException>(() => Written(w => w.Text(new NoView())));

    private static string Written(Action<HtmlWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new HtmlWriter(output);
        write(writer);
        writer.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Small(Action<HtmlWriter> write, bool native)
    {
        var output = new SmallBuffer(native);
        var writer = new HtmlWriter(output);
        write(writer);
        writer.Flush();
        return output.Text;
    }

    // What a page cannot hold: half a character, and NUL.
    private static string WholeCharacters(string? value) => WholeSurrogates(value).Replace('\0', '\uFFFD');

    private static string WholeSurrogates(string? value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value ?? ""));

    private readonly record struct NoView : IView
    {
        public void Render(Template template) { }
    }

    private readonly record struct Angled(int Value) : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = Encoding.UTF8.GetBytes($"<{Value}>", utf8Destination);
            return true;
        }
    }

    private readonly record struct Long : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = 0;
            return false;
        }

        public override string ToString() => new('&', 300);
    }
}
