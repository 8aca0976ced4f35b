using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Compiler.Views.Erb;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Erb;

public sealed class ErbLexerSpec
{
    [Theory]
    [InlineData("a<%= b %>c", "Text:a|Value: b |Text:c")]
    [InlineData("a<%== b %>c", "Text:a|RawValue: b |Text:c")]
    [InlineData("a <% b; %> c", "Text:a |Code: b; |Text: c")]
    [InlineData("a<%# b %>c", "Text:a|Comment: b |Text:c")]
    [InlineData("<%@ int x %>c", "Parameters: int x |Text:c")]
    [InlineData("a <%% b %> c", "Text:a |Text:<%|Text: b %> c")]
    [InlineData("<p>\n  <% b; %>  \n</p>", "Text:<p>\n|Code: b; |Text:</p>")]
    [InlineData("<p>\r\n  <% b; %>\r\n</p>", "Text:<p>\r\n|Code: b; |Text:</p>")]
    [InlineData("<p>\n  <%= b %>\n</p>", "Text:<p>\n  |Value: b |Text:\n</p>")]
    [InlineData("<p>\n  <%= b -%>\n</p>", "Text:<p>\n  |Value: b |Text:</p>")]
    [InlineData("<p>\n  <%- b; %> c", "Text:<p>\n|Code: b; |Text: c")]
    [InlineData("a  <%- b; %> c", "Text:a  |Code: b; |Text: c")]
    [InlineData("  <% a; %><% b; %>\n", "Text:  |Code: a; |Code: b; |Text:\n")]
    [InlineData("<% a; %>", "Code: a; ")]
    [InlineData("", "")]
    public void A_template_is_cut_into_text_and_tags(string template, string expected) => Assert.Equal(expected, Shown(template));

    [Fact]
    public void A_tag_that_is_never_closed_is_told_by_its_offset() => Assert.Equal(4, ErbLexer.Lex("<p>\n<%= a").Unterminated);

    [Fact]
    public void Each_piece_stands_where_it_says() =>
        Prop.ForAll<Pieces>(pieces =>
                ErbLexer
                    .Lex(pieces.Template)
                    .Tokens.All(token =>
                        string.CompareOrdinal(pieces.Template, token.Start, token.Text, 0, token.Text.Length) == 0
                        && token.TagStart <= token.Start
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_without_tags_is_itself() =>
        Prop.ForAll<string?>(text =>
                (text ?? "").Contains("<%", StringComparison.Ordinal)
                || string.Concat(ErbLexer.Lex(text ?? "").Tokens.Select(token => token.Text)) == (text ?? "")
            )
            .QuickCheckThrowOnFailure();

    private static string Shown(string template) =>
        string.Join("|", ErbLexer.Lex(template).Tokens.Select(token => $"{token.Kind}:{token.Text}"));

    /// <summary>A template of the marks that matter, in any order.</summary>
    public sealed record Pieces(int[] Picks)
    {
        private static readonly string[] Marks = ["<%", "%>", "<%=", "<%-", "-%>", "<%#", "<%%", "\n", "\r\n", " ", "a", "<%@"];

        public string Template => string.Concat(Picks.Select(pick => Marks[(int)((uint)pick % Marks.Length)]));
    }
}
