using Stryke.Web.Compiler.Views.Html;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views.Html;

/// <summary>Where a value stands when what comes before it was written once, any number of times, or not at all.</summary>
public sealed class HtmlTrackerJoinSpec
{
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
        var tracker = Tracked.After(before);
        var start = tracker.State;
        tracker.State = start.EnterLoop();
        tracker.Run(turn);
        var joined = start.Join(tracker.State, repeats: true);
        Assert.NotNull(joined);
        tracker.State = joined.Value;
        tracker.Run(after);
        Assert.Equal(escape, tracker.Value(out _).ToString());
    }

    [Theory]
    [InlineData("<script>", "/'/.test(☐), f(☐) ")]
    [InlineData("<script>a = `${", "{ ")]
    [InlineData("<script>let ", "a = 1, ")]
    public void A_loop_whose_turns_would_be_read_in_different_ways_is_uneven(string before, string turn)
    {
        var tracker = Tracked.After(before);
        var start = tracker.State;
        tracker.State = start.EnterLoop();
        tracker.Run(turn);
        Assert.Null(start.Join(tracker.State, repeats: true));
    }

    [Fact]
    public void A_slash_after_branches_that_end_in_different_ways_is_in_doubt()
    {
        var tracker = Tracked.After("<script>a = ");
        var start = tracker.State;
        tracker.Run("b");
        tracker.State = start.Join(tracker.State)!.Value;
        tracker.Run(" /'/.test(c); f('");
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
        var tracker = Tracked.After(before);
        var start = tracker.State;
        tracker.Run(block);
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
        var tracker = Tracked.After(before);
        var start = tracker.State;
        tracker.Run(block);
        Assert.Null(start.Join(tracker.State));
    }

    [Fact]
    public void A_name_must_not_run_into_what_a_block_may_have_written()
    {
        var tracker = Tracked.After("<input ");
        var start = tracker.State;
        tracker.Run("hre");
        tracker.State = start.Join(tracker.State)!.Value;
        Assert.NotNull(tracker.Next('f', 0));
    }
}
