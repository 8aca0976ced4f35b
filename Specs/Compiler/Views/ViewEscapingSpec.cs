using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>
/// Whatever a value holds, the page around it is the same page: a parser that knows nothing of us (the base library's for XML and
/// JSON) finds the same elements and attributes, and in the value's place the value.
/// </summary>
public sealed class ViewEscapingSpec
{
    private const string Template = """
        <%@ string x %>
        <main title="<%= x %>" class='<%= x %>'><a href="<%= x %>">a</a><a href="/posts/<%= x %>">b</a><a href="/?q=<%= x %>&amp;r=1">c</a>
        <title><%= x %></title><p><%= x %></p>
        <script>[<%= x %>, "<%= x %>"]</script></main>
        """;

    private static readonly ViewAssembly App = ViewCompilation.Of("posts/show.html.erb", Template).Load();

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "</script><script>alert(1)//",
        "</title><script>",
        "-->",
        "<!--",
        "\\\"; alert(1)//",
        "\u2028alert(1)",
        "${alert(1)}",
        "&lt;script&gt;",
        "&#106;avascript:alert(1)",
        "]]>",
        "a&amp;b",
        "\r\n",
        "?a=b&c=d#e",
        "//evil.example/",
        "%3Cscript%3E",
        "%zz%",
        "ü€𝄞",
        "+1",
    ];

    public static TheoryData<string> KnownAttacks => [.. Attacks];

    [Theory]
    [MemberData(nameof(KnownAttacks))]
    public void A_known_attack_stays_a_value(string attack) => Holds(attack);

    [Fact]
    public void Anything_stays_a_value()
    {
        var pieces = Gen.OneOf(Gen.Elements(Attacks), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        var texts = pieces.ListOf().Select(parts => new string([.. string.Concat(parts).Where(System.Xml.XmlConvert.IsXmlChar)]));
        Prop.ForAll(texts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData(
        "<script>if (ok) /\"/.test(a); var x = \"<%= x %>\";</script>",
        "\";alert(1);",
        "<script>if (ok) /\"/.test(a); var x = \"\\u0022;alert(1);\";</script>"
    )]
    [InlineData("<script>a = `\\${<%= x %>`</script>", "alert(1)}", "<script>a = `\\${alert(1)}`</script>")]
    [InlineData("<img srcset=\"<%= x %> 2x\">", "javascript:alert(1)", "<img srcset=\"#blocked-url 2x\">")]
    [InlineData(
        "<img srcset=\"<%= x %>\">",
        "/a.jpg 1x, data:b 2x, /c,d.jpg 1e3w",
        "<img srcset=\"/a.jpg 1x, #blocked-url 2x, /c,d.jpg 1e3w\">"
    )]
    [InlineData("<img srcset=\"/a/<%= x %> 2x\">", "b c, javascript:d", "<img srcset=\"/a/b%20c,%20javascript:d 2x\">")]
    [InlineData("<a ping=\"/a <%= x %>\"></a>", "/b java\tscript:c vbscript:d", "<a ping=\"/a /b java #blocked-url #blocked-url\"></a>")]
    [InlineData(
        "<animate values=\"/a;<%= x %>\"></animate>",
        "/b; javascript:c;#fff",
        "<animate values=\"/a;/b;#blocked-url;#fff\"></animate>"
    )]
    [InlineData("<animate values=\"/a/<%= x %>\"></animate>", "b;javascript:c", "<animate values=\"/a/b;#blocked-url\"></animate>")]
    [InlineData("<set to=\"<%= x %>\"></set>", "rgb(1, 2, 3)", "<set to=\"rgb(1, 2, 3)\"></set>")]
    [InlineData(
        "<meta http-equiv=\"refresh\" content=\"0;url=<%= x %>\">",
        "javascript:alert(1)",
        "<meta http-equiv=\"refresh\" content=\"0;url=#blocked-url\">"
    )]
    [InlineData(
        "<a href=\"<% switch (x.Length) { %><% case 1: %>/a<% break; %><% default: %><%= x %><% break; %><% } %>\"></a>",
        "javascript:a",
        "<a href=\"#blocked-url\"></a>"
    )]
    [InlineData("<a href=\"<%= x %>\"></a>", "\u0001javascript:a", "<a href=\"#blocked-url\"></a>")]
    [InlineData("<a href=\"<%= x %>\"></a>", "javascript&colon;a", "<a href=\"javascript&amp;colon;a\"></a>")]
    [InlineData(
        "<svg><title><a href=\"<%= x %>\"></a></title></svg>",
        "javascript:a",
        "<svg><title><a href=\"#blocked-url\"></a></title></svg>"
    )]
    public void Where_a_value_would_be_run_it_is_not(string template, string value, string page) =>
        Assert.Equal(page, ViewCompilation.Of("posts/show.html.erb", "<%@ string x %>\n" + template).Load().Render("Posts.Show", value));

    private static void Holds(string value)
    {
        var main = XElement.Parse(App.Render("Posts.Show", value), LoadOptions.PreserveWhitespace);
        Assert.Equal(["main", "a", "a", "a", "title", "p", "script"], main.DescendantsAndSelf().Select(element => element.Name.LocalName));
        Assert.Equal(
            ["title", "class", "href", "href", "href"],
            main.DescendantsAndSelf().SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName)
        );

        Assert.Equal(value, main.Element("p")!.Value);
        Assert.Equal(value, main.Element("title")!.Value);
        // XML reads a line end or a tab in an attribute as a blank; HTML does not.
        Assert.Equal(value.Replace('\n', ' ').Replace('\t', ' '), main.Attribute("title")!.Value);
        Assert.Equal(main.Attribute("title")!.Value, main.Attribute("class")!.Value);

        string[] links = [.. main.Elements("a").Select(a => a.Attribute("href")!.Value)];
        Assert.DoesNotMatch("^[^/?#]*(?<!^(?i:https?|mailto|tel|sms|ftp)):", links[0]);
        Assert.StartsWith("/posts/", links[1], StringComparison.Ordinal);
        Assert.Equal(value, Uri.UnescapeDataString(links[2]["/?q=".Length..^"&r=1".Length]));

        Assert.Equal([value, value], JsonSerializer.Deserialize<string[]>(main.Element("script")!.Value)!);
    }
}
