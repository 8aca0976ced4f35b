using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>The forms that are generated for models, over a model as the persistence generator would make it.</summary>
public sealed class FormRenderingSpec
{
    private const string Model = """
        namespace Stryke.Web.Persistence
        {
            public class Column(string name, Sessions.DbKind kind = Sessions.DbKind.Text) { public string Name => name;
                public Sessions.DbKind Kind => kind; }
            public class Column<T>(string name) : Column(name, Sessions.DbKind.Integer);
            public sealed class Errors
            {
                public Dictionary<string, string> Messages { get; } = [];
                public IReadOnlyList<string> On(Column column) => Messages.TryGetValue(column.Name, out string? message) ? [message] : [];
                public IReadOnlyList<string> FullMessages => [.. Messages.Select(m => m.Key + " " + m.Value)];
            }
            public abstract class Model
            {
                public bool IsNewRecord { get; set; } = true;
                public Errors Errors { get; } = new();
                public Dictionary<string, string> Values { get; } = [];
                public string? GetText(Column column) => Values.GetValueOrDefault(column.Name);
            }
        }
        namespace Stryke.Web.Persistence.Sessions
        {
            public enum DbKind { Integer, Real, Decimal, Text }
        }
        namespace Blog
        {
            public enum Status { Draft, InReview, Published = 4, Public = 4 }
            [Flags] public enum Marks { None, Seen }
            public sealed class NumberColumn(string name, Stryke.Web.Persistence.Sessions.DbKind kind)
                : Stryke.Web.Persistence.Column(name, kind);
            public sealed class TextColumn(string name) : Stryke.Web.Persistence.Column(name);
            public abstract class Record : Stryke.Web.Persistence.Model;
            public sealed partial class BlogPost : Record;
            public sealed partial class BlogPost
            {
                public Status Status { get; set; }
                public DayOfWeek? Day { get; set; }
                public Marks Marks { get; set; }
                private Hidden Own { get; set; }
                private enum Hidden { One }
            }
            public readonly struct BlogPostColumns
            {
                private static readonly TextColumn TitleColumn = new("title"), BodyColumn = new("body"),
                    DraftColumn = new("is_draft"), AuthorColumn = new("author_id");
                private static readonly NumberColumn PriceColumn = new("price", Stryke.Web.Persistence.Sessions.DbKind.Decimal);
                private static readonly NumberColumn WeightColumn = new("weight", Stryke.Web.Persistence.Sessions.DbKind.Real);
                private static readonly NumberColumn StockColumn = new("stock", Stryke.Web.Persistence.Sessions.DbKind.Integer);
                private static readonly Stryke.Web.Persistence.Column<Status> StatusColumn = new("status");
                private static readonly Stryke.Web.Persistence.Column<DayOfWeek?> DayColumn = new("day");
                public NumberColumn Price => PriceColumn;
                public NumberColumn Weight => WeightColumn;
                public NumberColumn Stock => StockColumn;
                public Stryke.Web.Persistence.Column<Status> Status => StatusColumn;
                public Stryke.Web.Persistence.Column<DayOfWeek?> Day => DayColumn;
                public TextColumn Title => TitleColumn;
                public TextColumn Body => BodyColumn;
                public TextColumn IsDraft => DraftColumn;
                public TextColumn AuthorId => AuthorColumn;
            }
            public static class Make
            {
                public static BlogPost Post(bool isNew, string title, string? error)
                {
                    var post = new BlogPost { IsNewRecord = isNew };
                    post.Values["title"] = title;
                    post.Values["author_id"] = "2";
                    post.Values["status"] = title;
                    if (error is not null) post.Errors.Messages["title"] = error;
                    return post;
                }
            }
        }
        """;

    [Fact]
    public void A_new_record_is_posted_with_the_token() =>
        Assert.Equal(
            "<form method=\"post\" action=\"/posts\" accept-charset=\"UTF-8\"><input type=\"hidden\" "
                + "name=\"authenticity_token\" value=\"to&lt;k&gt;en\">x</form>",
            Form("x", isNew: true)
        );

    [Fact]
    public void A_record_that_exists_is_patched() =>
        Assert.Contains("<input type=\"hidden\" name=\"_method\" value=\"patch\">", Form("x", isNew: false), StringComparison.Ordinal);

    [Fact]
    public void A_field_has_the_name_id_label_and_value_of_its_column() =>
        Assert.EndsWith(
            "<label for=\"blog_post_title\">Title</label> <input type=\"text\" value=\"a &lt;b&gt;\" "
                + "id=\"blog_post_title\" name=\"blog_post[title]\"></form>",
            Form("<%= f.Label(p => p.Title) %> <%= f.TextField(p => p.Title) %>", title: "a <b>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_rejected_field_says_so_and_points_to_its_message() =>
        Assert.EndsWith(
            "<input type=\"text\" value=\"a\" id=\"blog_post_title\" name=\"blog_post[title]\" class=\"wide invalid\" "
                + "aria-invalid=\"true\" aria-describedby=\"blog_post_title_error\">"
                + "<span class=\"field-error\" id=\"blog_post_title_error\">is &lt;too&gt; short</span></form>",
            Form("<%= f.TextField(p => p.Title, @class: \"wide\") %><%= f.Error(p => p.Title) %>", error: "is <too> short"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_field_in_order_has_no_message() =>
        Assert.EndsWith("\">[]</form>", Form("[<%= f.Error(p => p.Title) %><%= f.ErrorSummary() %>]"), StringComparison.Ordinal);

    [Fact]
    public void The_summary_lists_every_message() =>
        Assert.EndsWith(
            "<div role=\"alert\" class=\"errors\"><ul><li>title is short</li></ul></div></form>",
            Form("<%= f.ErrorSummary() %>", error: "is short"),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_button_says_what_it_does()
    {
        Assert.Contains(
            "<button type=\"submit\">Create Blog post</button>",
            Form("<%= f.Submit() %>", isNew: true),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<button type=\"submit\">Update Blog post</button>",
            Form("<%= f.Submit() %>", isNew: false),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_select_marks_the_value_it_has() =>
        Assert.Contains(
            "<option value=\"\">Choose</option><option value=\"1\">Ann</option><option value=\"2\" selected>Bo</option></select>",
            Form("<%= f.Select(p => p.AuthorId, [(\"Ann\", \"1\"), (\"Bo\", \"2\")], prompt: \"Choose\") %>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_enum_is_a_choice_of_its_members_without_a_list() =>
        Assert.EndsWith(
            "<select id=\"blog_post_status\" name=\"blog_post[status]\"><option value=\"Draft\">Draft</option><option "
                + "value=\"InReview\" selected>In review</option>"
                + "<option value=\"Published\">Published</option></select></form>",
            Form("<%= f.Select(p => p.Status) %>", title: "InReview"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_enum_that_may_be_null_has_an_empty_choice() =>
        Assert.Contains(
            "<select id=\"blog_post_day\" name=\"blog_post[day]\"><option value=\"\"></option><option value=\"Sunday\">Sunday</option>",
            Form("<%= f.Select(p => p.Day) %>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_enum_may_ask_for_a_choice() =>
        Assert.Contains(
            "class=\"wide\" data-x=\"1\"><option value=\"\">Choose</option><option value=\"Draft\" selected>",
            Form("<%= f.Select(p => p.Status, prompt: \"Choose\", @class: \"wide\", attributes: [(\"data-x\", \"1\")]) %>", title: "Draft"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_record_whose_value_is_no_member_keeps_it_and_a_new_one_starts_with_the_first()
    {
        Assert.Contains(
            "<option value=\"7\" selected>7</option><option value=\"Draft\">",
            Form("<%= f.Select(p => p.Status) %>", title: "7"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("selected", Form("<%= f.Select(p => p.Status) %>", isNew: true, title: "7"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_ones_own_goes_before_the_members_and_other_columns_need_one()
    {
        Assert.Contains(
            "<option value=\"Draft\">Not yet</option></select>",
            Form("<%= f.Select(p => p.Status, [(\"Not yet\", \"Draft\")]) %>"),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(
            Compiled("<%@ BlogPost post %>\n<% using (var f = FormFor(post, action: \"/posts\")) { %><%= f.Select(p => p.Title) %><% } %>")
                .Compiled()
        );
    }

    [Theory]
    [InlineData("Price", "", " step=\"any\"")]
    [InlineData("Weight", "", " step=\"any\"")]
    [InlineData("Stock", "", "")]
    [InlineData("Price", ", attributes: [(\"step\", \"0.01\")]", "")]
    [InlineData("Price", ", attributes: [(\"step\", null)]", " step=\"any\"")]
    public void A_number_with_decimals_takes_any_of_them_unless_it_is_told_otherwise(string column, string more, string step)
    {
        string name = column.ToLowerInvariant();
        Assert.Contains(
            $"<input type=\"number\"{step} id=\"blog_post_{name}\" name=\"blog_post[{name}]\"",
            Form($"<%= f.NumberField(p => p.{column}{more}) %>"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Resources_of_the_routes_give_the_form_its_action() =>
        Assert.Contains(
            "action=\"/blog-posts/7\"",
            Compiled("<%@ BlogPost post %>\n<% using (var f = FormFor(post)) { %><% } %>")
                .With(
                    "paths.cs",
                    "namespace Blog; public static class Paths { public static string BlogPosts => \"/blog-posts\"; "
                        + "public static string BlogPost(BlogPost p) => \"/blog-posts/7\"; }"
                )
                .With(
                    "config/Routes.cs",
                    """
                    namespace Stryke.Web.Routing { public abstract class RouteMap { protected abstract void Draw();
                        protected static void Resources(object controller) { } } }
                    namespace Blog { public sealed partial class Routes : Stryke.Web.Routing.RouteMap {
                        static readonly object BlogPosts = new(); protected override void Draw() { Resources(BlogPosts); } } }
                    """
                )
                .Load()
                is var app
                ? app.Render("Posts.Form", Post(app, isNew: false, "a", null))
                : "",
            StringComparison.Ordinal
        );

    [Fact]
    public void A_form_may_send_files() =>
        Assert.Contains(
            "enctype=\"multipart/form-data\"><input type=\"hidden\" name=\"_method\"",
            Compiled(
                    "<%@ BlogPost post %>\n<% using (var f = FormFor(post, action: \"/posts\", multipart: true)) { "
                        + "%><%= f.FileField(\"cover\") %><% } %>"
                )
                .Load()
                is var app
                ? app.Render("Posts.Form", Post(app, isNew: false, "a", null))
                : "",
            StringComparison.Ordinal
        );

    private static string Form(string body, bool isNew = false, string title = "a", string? error = null)
    {
        var app = Compiled($"<%@ BlogPost post %>\n<% using (var f = FormFor(post, action: \"/posts\")) {{ %>{body}<% }} %>").Load();
        return app.Render("Posts.Form", Post(app, isNew, title, error));
    }

    private static ViewCompilation Compiled(string template) =>
        ViewCompilation.Of("posts/_form.html.erb", template).With("app/models/Post.cs", Model);

    private static object Post(ViewAssembly app, bool isNew, string title, string? error) =>
        app.TypeOf("Blog.Make").GetMethod("Post")!.Invoke(null, [isNew, title, error])!;
}
