using Stryke.Web.Middleware.Faults;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Faults;

/// <summary>A fault as text begins with the lines of the app, wherever it came up.</summary>
public sealed class FaultTextSpec
{
    private const string Deep = """
           at Stryke.Web.Persistence.Sqlite.SqliteStatement.Prepare(sqlite3 connection) in /framework/SqliteStatement.cs:line 36
        --- End of stack trace from previous location ---
           at Blog.PostQuery.Count() in Stryke.Web.Compiler/Queries/PostQuery.g.cs:line 7
           at Blog.Post.Popular() in /blog/app/models/Post.cs:line 9
           at Blog.PostsController.<Index>d__3.MoveNext() in /blog/app/controllers/PostsController.cs:line 6
           at Stryke.Web.Controllers.Dispatch.ControllerActor`1.Await() in /framework/Controllers/Dispatch/ControllerActor.cs:line 77
        """;

    [Fact]
    public void The_lines_of_the_app_come_before_those_of_the_framework() =>
        Assert.Equal(
            """
            System.InvalidOperationException: no table
               at Blog.Post.Popular() in app/models/Post.cs:line 9
               at Blog.PostsController.Index() in app/controllers/PostsController.cs:line 6
               in the framework:
                  at Stryke.Web.Persistence.Sqlite.SqliteStatement.Prepare(sqlite3 connection) in /framework/SqliteStatement.cs:line 36
                  at Blog.PostQuery.Count() in Stryke.Web.Compiler/Queries/PostQuery.g.cs:line 7
                  at Stryke.Web.Controllers.Dispatch.ControllerActor`1.Await() in /framework/Controllers/Dispatch/ControllerActor.cs:line 77
            """,
            Text(new Printed("no table", Deep), "/blog/")
        );

    [Fact]
    public void A_template_is_a_line_of_the_app()
    {
        string text = Text(
            new Printed(
                "null",
                "   at System.String.Concat()\n   at Blog.Views.Posts.Show(Post post) in /blog/app/views/posts/show.html.erb:line 3\n"
                    + Deep
            ),
            "/blog"
        );
        Assert.StartsWith(
            "System.InvalidOperationException: null\n   at Blog.Views.Posts.Show(Post post) in "
                + "app/views/posts/show.html.erb:line 3\n   at Blog.Post.Popular()",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_there_are_no_sources_the_names_tell()
    {
        string text = Text(
            new Printed(
                "no table",
                "   at Stryke.Web.Persistence.Sqlite.SqliteStatement.Prepare() + 0x2f\n   at "
                    + "Blog.PostsController.<Index>d__3.MoveNext() + 0x1c"
            ),
            null
        );
        Assert.Equal(
            "System.InvalidOperationException: no table\n   at Blog.PostsController.Index()\n   in the framework:\n     "
                + " at Stryke.Web.Persistence.Sqlite.SqliteStatement.Prepare()",
            text
        );
    }

    [Fact]
    public void The_line_of_the_app_that_only_a_cause_knows_comes_first_as_well()
    {
        var cause = new Printed("in a loop", "   at Blog.Post.Popular() in /blog/app/models/Post.cs:line 9");
        string text = Text(new Printed("wrapped", "   at System.Threading.Tasks.Task.Wait()", cause), "/blog");
        Assert.Equal(
            """
            System.InvalidOperationException: wrapped
               at Blog.Post.Popular() in app/models/Post.cs:line 9
               in the framework:
                  at System.Threading.Tasks.Task.Wait()
            Caused by System.InvalidOperationException: in a loop
               at Blog.Post.Popular() in app/models/Post.cs:line 9
            """,
            text
        );
    }

    [Fact]
    public void Without_code_of_the_app_it_is_what_there_is() =>
        Assert.Equal(
            "System.InvalidOperationException: early\n   at System.Text.Json.JsonDocument.Parse()",
            Text(new Printed("early", "   at System.Text.Json.JsonDocument.Parse()"), "/blog")
        );

    [Fact]
    public void Every_cause_of_several_is_told()
    {
        string text = FaultText.Of(new AggregateException(new InvalidOperationException("one"), new FormatException("two")), null);
        Assert.Contains(
            "\nCaused by System.InvalidOperationException: one\nCaused by System.FormatException: two",
            text,
            StringComparison.Ordinal
        );
    }

    private static string Text(Printed fault, string? root) =>
        FaultText.Of(fault, root).Replace(typeof(Printed).FullName!, typeof(InvalidOperationException).FullName, StringComparison.Ordinal);

    private sealed class Printed(string message, string trace, Exception? cause = null) : Exception(message, cause)
    {
        public override string StackTrace => trace;
    }
}
