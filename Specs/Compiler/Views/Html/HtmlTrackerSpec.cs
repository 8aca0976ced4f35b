using Stryke.Web.Compiler.Views.Html;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Html;

/// <summary>Where a value stands, by what stands before it. <c>☐</c> is an earlier value.</summary>
public sealed class HtmlTrackerSpec
{
    [Theory]
    [InlineData("", "Text")]
    [InlineData("<p>", "Text")]
    [InlineData("a < b", "Text")]
    [InlineData("</p>", "Text")]
    [InlineData("<p><!-- a > b -->", "Text")]
    [InlineData("<!-->", "Text")]
    [InlineData("<!--->", "Text")]
    [InlineData("<!-- a --!>", "Text")]
    [InlineData("<!DOCTYPE html>", "Text")]
    [InlineData("<title>", "Text")]
    [InlineData("<textarea>a</textare>", "Text")]
    [InlineData("<style>p > a {}</style>", "Text")]
    [InlineData("<script></script>", "Text")]
    [InlineData("<script>'</script>", "Text")]
    [InlineData("<p title=\"", "Attribute")]
    [InlineData("<p title = '", "Attribute")]
    [InlineData("<p a=b title=\"a > b ", "Attribute")]
    [InlineData("<p a=\"b\"title=\"", "Attribute")]
    [InlineData("<br/><p a/title=\"", "Attribute")]
    public void In_text_and_attributes(string before, string escape) => Assert.Equal(escape, EscapeAfter(before));

    [Theory]
    [InlineData("<a href=\"", "Url")]
    [InlineData("<A HREF='", "Url")]
    [InlineData("<img src=\" ", "Url")]
    [InlineData("<form action=\"", "Url")]
    [InlineData("<button formaction=\"", "Url")]
    [InlineData("<set to=\"", "Url")]
    [InlineData("<p to=\"", "Attribute")]
    [InlineData("<a href=\"posts", "Url")]
    [InlineData("<a href=\"☐", "Url")]
    [InlineData("<a href=\"/posts/", "UrlPath")]
    [InlineData("<a href=\"https://", "UrlPath")]
    [InlineData("<a href=\"mailto:", "UrlPath")]
    [InlineData("<a href=\"☐/", "UrlPath")]
    [InlineData("<a href=\"/posts?q=", "UrlPart")]
    [InlineData("<a href=\"#", "UrlPart")]
    [InlineData("<a href=\"☐?page=", "UrlPart")]
    [InlineData("<a href=\"☐&amp;page=", "UrlPart")]
    [InlineData("<a href=\"☐&page=☐&c=", "UrlPart")]
    public void In_urls(string before, string escape) => Assert.Equal(escape, EscapeAfter(before));

    [Theory]
    [InlineData("<script>", "Script")]
    [InlineData("<script type=\"module\">let a = ", "Script")]
    [InlineData("<script type=\"application/ld+json\">{\"a\":", "Script")]
    [InlineData("<script>let a = \"", "ScriptString")]
    [InlineData("<script>let a = 'b\\'", "ScriptString")]
    [InlineData("<script>let a = \"b\\\\\"; f(", "Script")]
    [InlineData("<script>let a = `b ${c} ", "ScriptString")]
    [InlineData("<script>let a = `b ${c({d: `e`})} ", "ScriptString")]
    [InlineData("<script>let a = `b ${", "Script")]
    [InlineData("<script>// it's\n f(", "Script")]
    [InlineData("<script>/* it's */ f(", "Script")]
    [InlineData("<script>/*/ it's */ f(", "Script")]
    [InlineData("<script>let a = b / c; let d = '", "ScriptString")]
    [InlineData("<script>let a = /'/; f(", "Script")]
    [InlineData("<script>let a = /[/']/; f(", "Script")]
    [InlineData("<script>return /'/; f(", "Script")]
    [InlineData("<script>a(b) / '", "ScriptString")]
    [InlineData("<script>f(☐); let a = '", "ScriptString")]
    [InlineData("<script>let a = 1 / ", "Script")]
    public void In_scripts(string before, string escape) => Assert.Equal(escape, EscapeAfter(before));

    [Theory]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<p")]
    [InlineData("<p ")]
    [InlineData("<p a")]
    [InlineData("<p a=")]
    [InlineData("<p a=b")]
    [InlineData("<!-- ")]
    [InlineData("<!-- -- > ")]
    [InlineData("<!--!>")]
    [InlineData("<!")]
    [InlineData("<!DOCTYPE ")]
    [InlineData("<?php ")]
    [InlineData("</ ")]
    [InlineData("<style>")]
    [InlineData("<iframe>")]
    [InlineData("<xmp>")]
    [InlineData("<title></tit")]
    [InlineData("<script></scr")]
    [InlineData("<script type=\"text/template\">")]
    [InlineData("<script type=\"☐\">")]
    [InlineData("<p style=\"")]
    [InlineData("<p onclick=\"f('")]
    [InlineData("<iframe srcdoc=\"")]
    [InlineData("<a href=\"javascript:f('")]
    [InlineData("<a href=\"java\nscript:")]
    [InlineData("<a href=\" data:text/html,")]
    [InlineData("<a href=\"&#106;avascript:")]
    [InlineData("<script>// ")]
    [InlineData("<script>/* ")]
    [InlineData("<script>let a = /")]
    [InlineData("<script>let a = /b")]
    [InlineData("<script>let a = '\\")]
    [InlineData("<script>let a = `$")]
    [InlineData("<script><!-- ")]
    public void Refused(string before)
    {
        HtmlTracker tracker = After(before);
        Assert.Equal(HtmlEscape.None, tracker.Value(out string? refusal));
        Assert.NotNull(refusal);
    }

    [Theory]
    [InlineData("<a href=\"☐", ":")]
    [InlineData("<a href=\"☐&", "#")]
    [InlineData("<a href=\"☐&colon", ";")]
    public void A_value_must_not_become_a_scheme(string before, string next) => Assert.NotNull(After(before).Next(next[0], 0));

    [Theory]
    [InlineData("<p>", "<b>x</b>", "Text")]
    [InlineData("<p class=\"a", " b", "Attribute")]
    [InlineData("<a href=\"", "/a", "Url")]
    [InlineData("<a href=\"/a", "?b=", "UrlPart")]
    [InlineData("<script>f(", "'a', ", "Script")]
    [InlineData("<textarea>", "a", "Text")]
    public void A_block_that_ends_where_it_started_is_even(string before, string block, string escape)
    {
        HtmlTracker tracker = After(before);
        HtmlState start = tracker.State;
        Run(tracker, block);
        HtmlState? joined = start.Join(tracker.State);
        Assert.NotNull(joined);
        tracker.State = joined.Value;
        Assert.Equal(escape, tracker.Value(out _).ToString());
    }

    [Theory]
    [InlineData("<p>", "<b")]
    [InlineData("<p>", "<b title=\"")]
    [InlineData("<p>", "<script>")]
    [InlineData("<p>", "<!--")]
    [InlineData("<p title=\"", "\" class=\"")]
    [InlineData("<p title=\"", "\"")]
    [InlineData("<p titl", "e")]
    [InlineData("<p", "re")]
    [InlineData("<script>", "'")]
    [InlineData("<script>", "`${")]
    [InlineData("<script>", "</script>")]
    [InlineData("<title>", "</ti")]
    public void A_block_that_ends_elsewhere_is_uneven(string before, string block)
    {
        HtmlTracker tracker = After(before);
        HtmlState start = tracker.State;
        Run(tracker, block);
        Assert.Null(start.Join(tracker.State));
    }

    [Fact]
    public void A_name_must_not_run_into_what_a_block_may_have_written()
    {
        HtmlTracker tracker = After("<input ");
        HtmlState start = tracker.State;
        Run(tracker, "hre");
        tracker.State = start.Join(tracker.State)!.Value;
        Assert.NotNull(tracker.Next('f', 0));
    }

    private static string EscapeAfter(string before) => After(before).Value(out _).ToString();

    private static HtmlTracker After(string before)
    {
        var tracker = new HtmlTracker();
        Run(tracker, before);
        return tracker;
    }

    private static void Run(HtmlTracker tracker, string text)
    {
        foreach (char c in text)
        {
            if (c == '☐') tracker.Value(out _);
            else tracker.Next(c, 0);
        }
    }
}
