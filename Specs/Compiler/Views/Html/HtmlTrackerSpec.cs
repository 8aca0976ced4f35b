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
    [InlineData("<set to=\"", "UrlValues")]
    [InlineData("<animate values=\"0;", "UrlValues")]
    [InlineData("<animate values=\"/a;☐;", "UrlValues")]
    [InlineData("<animate values=\"/a/", "UrlValues")]
    [InlineData("<img srcset=\"", "UrlSet")]
    [InlineData("<img srcset=\"/a.jpg 1x, ", "UrlSet")]
    [InlineData("<img srcset=\"/a.jpg, ", "UrlSet")]
    [InlineData("<img srcset=\"☐ 1x,", "UrlSet")]
    [InlineData("<img srcset=\"/a?b=1&#44; ", "UrlPart")]
    [InlineData("<img srcset=\"☐ ", "UrlPart")]
    [InlineData("<img srcset=\"/a/", "UrlPath")]
    [InlineData("<img srcset=\"/a?b=1&amp;c=", "UrlPart")]
    [InlineData("<link imagesrcset=\"", "UrlSet")]
    [InlineData("<a ping=\"/a ", "UrlList")]
    [InlineData("<a ping=\"/a?b=", "UrlPart")]
    [InlineData("<a ping=\"/a&Tab;", "UrlList")]
    [InlineData("<img attributionsrc=\"", "UrlList")]
    [InlineData("<base href=\"", "Url")]
    [InlineData("<svg><a xlink:href=\"", "Url")]
    [InlineData("<object data=\"", "Url")]
    [InlineData("<video poster=\"", "Url")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"5; url=", "Url")]
    [InlineData("<meta http-equiv=Refresh content='0;URL=\"", "Url")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"5; url=/posts/", "UrlPath")]
    [InlineData("<meta name=\"description\" content=\"", "Attribute")]
    [InlineData("<meta http-equiv=\"content-language\" content=\"", "Attribute")]
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
    [InlineData("<script>if (ok) /\"/.test(a); var x = \"", "ScriptString")]
    [InlineData("<script>if (ok) { a(); } /\"/.test(a); f(", "Script")]
    [InlineData("<script>while (a) /'/.test(b); f(", "Script")]
    [InlineData("<script>for (a of b) /'/.test(b); f(", "Script")]
    [InlineData("<script>for (a of /'/) f(", "Script")]
    [InlineData("<script>do /'/.test(a)\nwhile (b) /'/.test(a); f(", "Script")]
    [InlineData("<script>x.if (a) / '", "ScriptString")]
    [InlineData("<script>x?.while (a) / '", "ScriptString")]
    [InlineData("<script>a = {} / '", "ScriptString")]
    [InlineData("<script>a = function () {} / '", "ScriptString")]
    [InlineData("<script>function a() {} /'/.test(b); f(", "Script")]
    [InlineData("<script>class A { if() {} } /'/.test(b); f(", "Script")]
    [InlineData("<script>switch (a) { case 1: {} /'/.test(b); default: /'/.test(b) } /'/.test(b); f(", "Script")]
    [InlineData("<script>a: { } /'/.test(b); f(", "Script")]
    [InlineData("<script>a ? { b: 1 } / '", "ScriptString")]
    [InlineData("<script>return\n{ a } /'/.test(b); f(", "Script")]
    [InlineData("<script>a++ / '", "ScriptString")]
    [InlineData("<script>a\n++/'/.lastIndex; f(", "Script")]
    [InlineData("<script>var a\n/'/.test(b); f(", "Script")]
    [InlineData("<script>a = b\n/c/d / '", "ScriptString")]
    [InlineData("<script>a[0] / '", "ScriptString")]
    [InlineData("<script>this / '", "ScriptString")]
    [InlineData("<script>1. / '", "ScriptString")]
    [InlineData("<script>a = /[/]'/g / 2; f(", "Script")]
    [InlineData("<script>a = `\\${'`; f(", "Script")]
    [InlineData("<script>a = `$${'`'} ", "ScriptString")]
    [InlineData("<script>a = 'b\\\r\nc", "ScriptString")]
    [InlineData("<script>a = 'b\u2028", "ScriptString")]
    [InlineData("<script>// a\u2028'", "ScriptString")]
    [InlineData("<script>a\n--> it's\nf(", "Script")]
    [InlineData("<script>while (a --> 0) f('", "ScriptString")]
    [InlineData("<script>i\\u0066 (a) / '", "ScriptString")]
    [InlineData("<script>async () => { await /'/.test(a); f(", "Script")]
    [InlineData("<script>function* a() { yield /'/; f(", "Script")]
    [InlineData("<script type=\"module\">await /'/.test(a); f(", "Script")]
    [InlineData("<script>☐ / '", "ScriptString")]
    [InlineData("<script>a = ☐if (b) / '", "ScriptString")]
    [InlineData("<script>a = \"<!-- b -->\"; c = '", "ScriptString")]
    [InlineData("<script>a <", "Script")]
    [InlineData("<script type=\"application/json\">{\"a/'\": \"", "ScriptString")]
    [InlineData("<script type=\"importmap\">{\"a\": \"", "ScriptString")]
    [InlineData("<script type=\"text/javascript\" type=\"text/plain\"></script>", "Text")]
    [InlineData("<script><!-- <script> </script> --></script>", "Text")]
    [InlineData("<svg><script/>", "Text")]
    [InlineData("<svg><title>", "Text")]
    [InlineData("<svg><title><a href=\"", "Url")]
    [InlineData("<svg><style>a</style><p>", "Text")]
    [InlineData("<svg></svg><script>f('", "ScriptString")]
    [InlineData("<svg><p><script>f('", "ScriptString")]
    [InlineData("<svg><foreignObject><script>f('", "ScriptString")]
    [InlineData("<svg/><script>f('", "ScriptString")]
    [InlineData("<svg><![CDATA[ > ' ]]>", "Text")]
    [InlineData("<![CDATA[ >", "Text")]
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
    [InlineData("<script>a = \"<!-- ")]
    [InlineData("<script>a = \"<")]
    [InlineData("<script>a = \"<!")]
    [InlineData("<script>a = \"<!-")]
    [InlineData("<script><!-- <script> </script> ")]
    [InlineData("<script>(a) => {} /'/.test(b); f('")]
    [InlineData("<script>yield /'/; f('")]
    [InlineData("<script>await /'/; f('")]
    [InlineData("<script>let / '")]
    [InlineData("<script>a = 'b\nc")]
    [InlineData("<script>a = /b\nc")]
    [InlineData("<script>(a]; f('")]
    [InlineData("<script>#!'\n")]
    [InlineData("<script type=\"text/javascript\" type=\"application/json\">")]
    [InlineData("<script type type=\"application/json\">")]
    [InlineData("<svg><script>a = '")]
    [InlineData("<svg><style>")]
    [InlineData("<svg><![CDATA[ > ")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"5; ")]
    [InlineData("<meta http-equiv=\"&#114;efresh\" content=\"")]
    [InlineData("<meta http-equiv=\"☐\" content=\"")]
    [InlineData("<meta content=\"☐\" http-equiv=\"")]
    [InlineData("<object archive=\"")]
    [InlineData("<a ping=\"javascript:")]
    [InlineData("<noframes>")]
    [InlineData("<noembed>")]
    public void Refused(string before)
    {
        var tracker = After(before);
        Assert.Equal(HtmlEscape.None, tracker.Value(out string? refusal));
        Assert.NotNull(refusal);
    }

    [Theory]
    [InlineData("<a href=\"☐", ":")]
    [InlineData("<a href=\"☐&", "#")]
    [InlineData("<a href=\"☐&colon", ";")]
    public void A_value_must_not_become_a_scheme(string before, string next) => Assert.NotNull(After(before).Next(next[0], 0));

    [Theory]
    [InlineData("<meta content=\"☐\" http-equiv=\"refresh", "\"")]
    [InlineData("<meta content=\"☐\" http-equiv=refresh", ">")]
    [InlineData("<math><annotation-xml><style", ">")]
    [InlineData("<svg><font><title", ">")]
    public void What_is_only_known_later_is_said_later(string before, string next) => Assert.NotNull(After(before).Next(next[0], 0));

    /// <summary>Once from the start, any number of times from there on.</summary>
    [Theory]
    [InlineData("<script>a = [", "☐, ", "]; f('", "ScriptString")]
    [InlineData("<script>a = [", "{ b: \"☐\" }, ", "]; f('", "ScriptString")]
    [InlineData("<script>a = {", "\"☐\": /'/, ", "}; f('", "ScriptString")]
    [InlineData("<script>", "a = b / ☐; ", "/'/.test(b); f('", "ScriptString")]
    [InlineData("<script>", "a = b / ☐\n", "f('", "ScriptString")]
    [InlineData("<script>", "if (a) {", "f('", "ScriptString")]
    [InlineData("<script>a = '", "b' + '", "", "ScriptString")]
    [InlineData("<img srcset=\"", "☐ 1x, ", "", "UrlSet")]
    [InlineData("<img srcset=\"/a", ", ", "", "UrlSet")]
    public void A_loop_may_be_left_where_its_turns_agree(string before, string turn, string after, string escape)
    {
        var tracker = After(before);
        var start = tracker.State;
        tracker.State = start.EnterLoop();
        Run(tracker, turn);
        var joined = start.Join(tracker.State, repeats: true);
        Assert.NotNull(joined);
        tracker.State = joined.Value;
        Run(tracker, after);
        Assert.Equal(escape, tracker.Value(out _).ToString());
    }

    [Theory]
    [InlineData("<script>", "/'/.test(☐), f(☐) ")]
    [InlineData("<script>a = `${", "{ ")]
    [InlineData("<script>let ", "a = 1, ")]
    public void A_loop_whose_turns_would_be_read_in_different_ways_is_uneven(string before, string turn)
    {
        var tracker = After(before);
        var start = tracker.State;
        tracker.State = start.EnterLoop();
        Run(tracker, turn);
        Assert.Null(start.Join(tracker.State, repeats: true));
    }

    [Fact]
    public void A_slash_after_branches_that_end_in_different_ways_is_in_doubt()
    {
        var tracker = After("<script>a = ");
        var start = tracker.State;
        Run(tracker, "b");
        tracker.State = start.Join(tracker.State)!.Value;
        Run(tracker, " /'/.test(c); f('");
        Assert.Equal(HtmlEscape.None, tracker.Value(out _));
        Assert.Equal('/', tracker.State.Doubt!.Value.Sign);
    }

    [Theory]
    [InlineData("<p>", "<b>x</b>", "Text")]
    [InlineData("<p class=\"a", " b", "Attribute")]
    [InlineData("<a href=\"", "/a", "Url")]
    [InlineData("<a href=\"/a", "?b=", "UrlPart")]
    [InlineData("<script>f(", "'a', ", "Script")]
    [InlineData("<textarea>", "a", "Text")]
    public void A_block_that_ends_where_it_started_is_even(string before, string block, string escape)
    {
        var tracker = After(before);
        var start = tracker.State;
        Run(tracker, block);
        var joined = start.Join(tracker.State);
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
        var tracker = After(before);
        var start = tracker.State;
        Run(tracker, block);
        Assert.Null(start.Join(tracker.State));
    }

    [Fact]
    public void A_name_must_not_run_into_what_a_block_may_have_written()
    {
        var tracker = After("<input ");
        var start = tracker.State;
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
            if (c == '☐')
                tracker.Value(out _);
            else
                tracker.Next(c, 0);
        }
    }
}
