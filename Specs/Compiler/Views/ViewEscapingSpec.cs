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
        <main title="<%= x %>" class='<%= x %>'><a href="<%= x %>">a</a><a href="/posts/<%= x %>">b</a><a href="/?q=<%= x %>&amp;r=1">c</a><title><%= x %></title><p><%= x %></p>
        <script>[<%= x %>, "<%= x %>"]</script></main>
        """;

    private static readonly ViewAssembly App = ViewCompilation.Of("posts/show.html.erb", Template).Load();

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "javascript:alert(1)", "java\tscript:alert(1)",
        " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "</script><script>alert(1)//",
        "</title><script>", "-->", "<!--", "\\\"; alert(1)//", "\u2028alert(1)", "${alert(1)}", "&lt;script&gt;", "&#106;avascript:alert(1)", "]]>", "a&amp;b",
        "\r\n", "?a=b&c=d#e", "//evil.example/", "%3Cscript%3E", "%zz%", "ü€𝄞", "+1",
    ];

    public static TheoryData<string> KnownAttacks => [.. Attacks];

    [Theory]
    [MemberData(nameof(KnownAttacks))]
    public void A_known_attack_stays_a_value(string attack) => Holds(attack);

    [Fact]
    public void Anything_stays_a_value()
    {
        Gen<string> pieces = Gen.OneOf(Gen.Elements(Attacks), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        Gen<string> texts = pieces.ListOf().Select(parts => new string([.. string.Concat(parts).Where(System.Xml.XmlConvert.IsXmlChar)]));
        Prop.ForAll(texts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static void Holds(string value)
    {
        XElement main = XElement.Parse(App.Render("Posts.Show", value), LoadOptions.PreserveWhitespace);
        Assert.Equal(["main", "a", "a", "a", "title", "p", "script"], main.DescendantsAndSelf().Select(element => element.Name.LocalName));
        Assert.Equal(["title", "class", "href", "href", "href"], main.DescendantsAndSelf().SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName));

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
