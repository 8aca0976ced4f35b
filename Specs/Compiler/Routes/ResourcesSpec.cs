using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

public sealed class ResourcesSpec
{
    [Fact]
    public void A_resource_is_the_seven_actions() =>
        Assert.Equal(
            [
                "GET /blog_posts BlogPosts.Index → BlogPosts",
                "GET /blog_posts/new BlogPosts.New → NewBlogPost",
                "POST /blog_posts BlogPosts.Create → BlogPosts",
                "GET /blog_posts/:id BlogPosts.Show → BlogPost",
                "GET /blog_posts/:id/edit BlogPosts.Edit → EditBlogPost",
                "PATCH /blog_posts/:id BlogPosts.Update → BlogPost",
                "PUT /blog_posts/:id BlogPosts.Update → BlogPost",
                "DELETE /blog_posts/:id BlogPosts.Destroy → BlogPost",
            ],
            Routes("Resources(BlogPosts);")
        );

    [Theory]
    [InlineData("Resources(Posts, only: [Index, Show]);")]
    [InlineData("Resources(Posts, except: [New, Create, Edit, Update, Destroy]);")]
    [InlineData("Resources(Posts, only: new[] { RestAction.Index, RestAction.Show });")]
    [InlineData("this.Resources(controller: Posts, except: [New, Create], only: [Index, Show, New]);")]
    public void Only_and_except_leave_some(string draw) =>
        Assert.Equal(["GET /posts Posts.Index → Posts", "GET /posts/:id Posts.Show → Post"], Routes(draw));

    [Fact]
    public void Nested_resources_say_whose_they_are() =>
        Assert.Equal(
            [
                "GET /users/:user_id/posts Posts.Index → UserPosts",
                "GET /users/:user_id/posts/:id Posts.Show → UserPost",
                "GET /users/:user_id/posts/new Posts.New → NewUserPost",
            ],
            Routes("Resources(Users, users => users.Resources(Posts, only: [Index, Show, New]), only: [])").Order()
        );

    [Fact]
    public void Three_levels_nest() =>
        Assert.Equal(
            ["GET /users/:user_id/posts/:post_id/comments/:id Comments.Show → UserPostComment"],
            Routes(
                "Resources(Users, users => { users.Resources(Posts, posts => { posts.Resources(Comments, only: [Show]); "
                    + "}, only: []); }, only: []);"
            )
        );

    [Fact]
    public void Member_and_collection_add_actions() =>
        Assert.Equal(
            ["GET /users/search Users.Search → SearchUsers", "POST /users/:id/follow Users.Follow → FollowUser"],
            Routes(
                    """
                    Resources(Users, users =>
                    {
                        users.Member(member => member.Post("follow", Users.Follow));
                        users.Collection(all => all.Get("search", Users.Search));
                    }, only: []);
                    """
                )
                .Order()
        );

    [Fact]
    public void A_namespace_goes_in_front() =>
        Assert.Equal(
            [
                "GET /api/v1 Home.Index → ApiV1Root",
                "GET /api/v1/ping Home.Ping → ApiV1Ping",
                "GET /api/v1/posts Api.V1.Posts.Index → ApiV1Posts",
            ],
            Routes(
                """
                Namespace("api/v1", api =>
                {
                    api.Root(Home.Index);
                    api.Get("ping", Home.Ping);
                    api.Resources(Api.V1.Posts, only: [Index]);
                });
                """
            )
        );

    [Fact]
    public void A_word_without_a_plural_names_its_list_apart() =>
        Assert.Equal(
            ["GET /news News.Index → NewsIndex", "GET /news/:id News.Show → News"],
            Routes("Resources(News, only: [Index, Show]);")
        );

    [Fact]
    public void A_scope_is_its_lambdas_parameter_however_deep_it_is_used() =>
        Assert.Equal(["GET /top Home.Index → Top"], Routes("""Namespace("in", inner => { Get("/top", Home.Index); });"""));

    private static IEnumerable<string> Routes(string draw)
    {
        string source = $$"""
            namespace Blog
            {
                public sealed partial class Routes : RouteMap
                {
                    protected override void Draw()
                    {
                        {{draw}}{{(draw.EndsWith(';') ? "" : ";")}}
                    }
                }
                public abstract class All : Controller
                {
                    public Result Index() => Head(200);
                    public Result New() => Head(200);
                    public Result Create() => Head(200);
                    public Result Show(long id) => Head(200);
                    public Result Edit(long id) => Head(200);
                    public Result Update(long id) => Head(200);
                    public Result Destroy(long id) => Head(200);
                    public Result Follow(long id) => Head(200);
                    public Result Search() => Head(200);
                    public Result Ping() => Head(200);
                }
                public sealed partial class HomeController : All;
                public sealed partial class BlogPostsController : All;
                public sealed partial class PostsController : All;
                public sealed partial class UsersController : All;
                public sealed partial class CommentsController : All;
                public sealed partial class NewsController : All;
            }
            namespace Blog.Api.V1
            {
                public sealed partial class PostsController : All;
            }
            """;
        var routes = AppCompilation.Of(source).Load().GetType("Blog.Routes")!;
        var all = (IReadOnlyList<RouteInfo>)routes.GetProperty("All")!.GetValue(null)!;
        return all.Select(r =>
            $"{r.Verb} {r.Pattern} {r.Controller.Replace("Controller", "", StringComparison.Ordinal)}.{r.Action} → {r.Name}"
        );
    }
}
