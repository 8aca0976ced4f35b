using System.Buffers;
using Stryke.Web.Specs.Views;
using Stryke.Web.Views;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>
/// Views may call themselves as deep as is allowed and as the stack is; beyond, rendering fails and the template goes
/// on with the next page.
/// </summary>
public sealed class ViewDepthSpec
{
    private static readonly ViewAssembly App = ViewCompilation
        .Of(
            "comments/_comment.html.erb",
            "<%@ int replies %>\n<li><%= replies %><% if (replies > 0) { %><%= Views.Comments.Comment(replies - 1) %><% } %></li>"
        )
        .With("threads/_even.html.erb", "<%@ int left %>\n<% if (left != 0) { %><%= Views.Threads.Odd(left - 1) %><% } %>")
        .With("threads/_odd.html.erb", "<%@ int left %>\n<% if (left != 0) { %><%= Views.Threads.Even(left - 1) %><% } %>")
        .With(
            "threads/_caught.html.erb",
            "<%@ int left %>\n<% try { Out.Text(Views.Threads.Bad()); } catch (FormatException) { } if (left > 0) "
                + "Out.Text(Views.Threads.Caught(left - 1)); %>"
        )
        .With("threads/_bad.html.erb", "<%= int.Parse(\"x\") %>")
        .With("layouts/application.html.erb", "<main><%= Yield() %></main>")
        .Load();

    [Fact]
    public void A_tree_as_deep_as_is_allowed_is_rendered() =>
        Assert.EndsWith(
            "<li>0" + string.Concat(Enumerable.Repeat("</li>", 100)),
            App.Render("Comments.Comment", 99),
            StringComparison.Ordinal
        );

    [Fact]
    public void One_that_is_deeper_fails_with_its_chain_and_the_next_page_is_whole()
    {
        var fault = Assert.Throws<ViewDepthException>(() => App.Page("application", "Comments.Comment", 100));
        Assert.Equal(
            "Views are nested more than 100 deep: comments/_comment > comments/_comment > comments/_comment > … 95 more "
                + "… > comments/_comment > comments/_comment > comments/_comment. "
                + "A view that calls itself must stop when the data ends: check app/views/comments/_comment.html.erb. "
                + "If the data is really that deep, raise max_depth in [views] of config/server.toml.",
            fault.Message
        );
        Assert.Equal("<main><li>1<li>0</li></li></main>", App.Page("application", "Comments.Comment", 1));
    }

    [Fact]
    public void Views_that_call_each_other_are_counted_together() =>
        Assert.Contains(
            "threads/_even > threads/_odd > threads/_even > … 95 more …",
            Assert.Throws<ViewDepthException>(() => App.Render("Threads.Even", -1)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_view_that_fails_within_one_that_goes_on_is_counted_no_more() => Assert.Equal("", App.Render("Threads.Caught", 98));

    [Fact]
    public void Nesting_allocates_nothing()
    {
        var tree = App.View("Threads.Even", 50);
        var request = new FakeRequest();
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        void Render()
        {
            output.ResetWrittenCount();
            App.Template.RenderPage(tree, null, request, output);
        }

        Render();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Render();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Without_a_limit_the_stack_is_one()
    {
        Exception? fault = null;
        string page = "";
        var small = new Thread(
            () =>
            {
                App.Template.MaxDepth = int.MaxValue;
                fault = Record.Exception(() => App.Render("Threads.Even", -1));
                page = App.Render("Comments.Comment", 0);
                App.Template.MaxDepth = Template.DefaultMaxDepth;
            },
            1024 * 1024
        );
        small.Start();
        small.Join();

        Assert.StartsWith("Views are nested ", Assert.IsType<ViewDepthException>(fault).Message, StringComparison.Ordinal);
        Assert.Contains("the thread's stack is used up: threads/_even > threads/_odd", fault.Message, StringComparison.Ordinal);
        Assert.Equal("<li>0</li>", page);
    }

    [Fact]
    public void A_view_that_an_app_writes_itself_ends_before_the_stack_does()
    {
        Exception? fault = null;
        var thread = new Thread(
            () =>
                fault = Record.Exception(() =>
                    App.Template.RenderPage(new Endless(), null, new FakeRequest(), new ArrayBufferWriter<byte>())
                ),
            1024 * 1024
        );
        thread.Start();
        thread.Join();
        Assert.Contains("Endless", Assert.IsType<ViewDepthException>(fault).Message, StringComparison.Ordinal);
    }

    private readonly struct Endless : IView
    {
        public void Render(Template template) => template.Out.Text(new Endless());
    }
}
