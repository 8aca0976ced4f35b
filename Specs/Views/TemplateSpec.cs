using System.Buffers;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Views;

public sealed class TemplateSpec
{
    [Fact]
    public void A_layout_shows_what_the_view_left() =>
        Assert.Equal(
            "[T|head|body]",
            new SpecTemplate().Page(
                t =>
                {
                    t.Title = "T";
                    t.Out.Literal("bo"u8);
                    using (t.ContentFor("head"))
                        t.Out.Literal("he"u8);
                    t.Out.Literal("dy"u8);
                    using (t.ContentFor("head"))
                        t.Out.Literal("ad"u8);
                },
                t =>
                {
                    t.Out.Text($"[{t.Title}|");
                    t.Out.Text(t.Yield("head"));
                    t.Out.Text("|");
                    t.Out.Text(t.Yield());
                    t.Out.Text("]");
                }
            )
        );

    [Fact]
    public void A_block_that_nobody_filled_is_empty() =>
        Assert.Equal(
            "False",
            new SpecTemplate().Page(
                _ => { },
                t =>
                {
                    t.Out.Text(t.Yield("head"));
                    t.Out.Text(t.HasContent("head").ToString());
                }
            )
        );

    [Fact]
    public void A_page_knows_nothing_of_the_one_before_it()
    {
        var template = new SpecTemplate();
        void Layout(SpecTemplate t) => t.Out.Text($"{t.Title}{t.HasContent("head")}");
        Assert.Equal(
            "TTrue",
            template.Page(
                t =>
                {
                    t.Title = "T";
                    using (t.ContentFor("head"))
                        t.Out.Text("a");
                },
                Layout
            )
        );
        Assert.Equal("False", template.Page(_ => { }, Layout));
    }

    [Fact]
    public void Markup_is_no_longer_good_when_its_page_is_done()
    {
        var template = new SpecTemplate();
        Html link = default;
        string copy = "";
        template.Page(
            t =>
            {
                link = t.LinkTo("a", "/");
                copy = link.ToString();
            },
            null
        );
        Assert.Equal("<a href=\"/\">a</a>", copy);
        Assert.Throws<InvalidOperationException>(() => template.Page(t => t.Out.Text(link), null));
        Assert.Equal("fine", template.Page(t => t.Out.Text("fine"), null));
    }

    [Fact]
    public void Markup_may_be_shown_twice_and_within_other_markup() =>
        Assert.Equal(
            "<a href=\"/b\"><a href=\"/a\">a</a></a><a href=\"/a\">a</a>",
            SpecTemplate.Render(t =>
            {
                var inner = t.LinkTo("a", "/a");
                t.Out.Text(t.LinkTo(inner, "/b"));
                t.Out.Text(inner);
            })
        );

    [Fact]
    public void Much_markup_is_kept_whole()
    {
        var template = new SpecTemplate();
        string page = template.Page(
            t =>
            {
                var first = t.LinkTo("first", "/");
                for (int i = 0; i < 5_000; i++)
                    t.Out.Text(t.LinkTo(first, $"/{i}"));
            },
            t => t.Out.Text(t.Yield())
        );
        Assert.Equal(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<a href=\"/{i}\"><a href=\"/\">first</a></a>")), page);
    }

    [Fact]
    public void A_page_within_a_page_is_refused() =>
        Assert.Throws<InvalidOperationException>(() =>
            SpecTemplate.Render(t => t.RenderPage(default(Nothing), null, new FakeRequest(), new ArrayBufferWriter<byte>()))
        );

    [Fact]
    public void Outside_a_page_there_is_no_request() => Assert.Throws<InvalidOperationException>(() => new SpecTemplate().Flash("notice"));

    [Fact]
    public void A_second_page_of_helpers_allocates_nothing()
    {
        var template = new SpecTemplate();
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        Action<SpecTemplate> view = static t =>
        {
            for (int i = 0; i < 50; i++)
                t.Out.Text(t.LinkTo("a <b>", "/posts", attributes: [("rel", "next")]));
        };
        Action<SpecTemplate> layout = static t => t.Out.Text(t.Yield());
        long used = 0;
        for (int i = 0; i < 3; i++)
        {
            output.ResetWrittenCount();
            long before = GC.GetAllocatedBytesForCurrentThread();
            template.Page(view, layout, output, Template.DefaultLayout);
            used = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // The request that SpecTemplate makes for each page, and nothing else.
        Assert.InRange(used, 0, 64);
    }

    private readonly struct Nothing : IView
    {
        public void Render(Template template) { }
    }
}
