using System.Reflection;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

public sealed class PathsSpec
{
    private static readonly Assembly App = AppCompilation
        .Of(
            """
            namespace Stryke.Web.Persistence
            {
                public abstract class Model
                {
                    public string ToParam() => "7";
                }
            }
            namespace Blog
            {
                public sealed partial class Routes : RouteMap
                {
                    protected override void Draw()
                    {
                        Root(Posts.Index);
                        Get("/health-card", Posts.Index);
                        Get("/feed.:format", Posts.Index, format: ["json", "atom"]);
                        Get("/files/*path", Posts.Index);
                        Get("/by/:slug", Posts.BySlug);
                        Get("/süche/a b", Posts.Index, name: "Search");
                        Get("/team/:user_id/page/:number", Posts.Page);
                        Resources(Users, users => users.Resources(Posts, only: [Show]), only: [Show]);
                    }
                }
                public sealed class User : Stryke.Web.Persistence.Model;
                public sealed class Post : Stryke.Web.Persistence.Model;
                public sealed partial class PostsController : Controller
                {
                    public Result Index() => Head(200);
                    public Result Show(long id) => Head(200);
                    public Result BySlug(string slug) => Head(200);
                    public Result Page(long userId, int number) => Head(200);
                }
                public sealed partial class UsersController : Controller
                {
                    public Result Show(long id) => Head(200);
                }
            }
            """
        )
        .Load();

    private static readonly Type Paths = App.GetType("Blog.Paths")!;

    [Theory]
    [InlineData("Root", "/")]
    [InlineData("HealthCard", "/health-card")]
    public void A_path_without_parameters_is_a_constant(string name, string path) =>
        Assert.Equal(path, Paths.GetField(name)!.GetRawConstantValue());

    [Fact]
    public void Parameters_are_typed_like_the_actions()
    {
        Assert.Equal("/users/42", Call("User", 42L));
        Assert.Equal("/by/a%2Fb", Call("By", "a/b"));
        Assert.Equal("/team/3/page/9", Call("TeamPage", 3L, 9L));
        Assert.Equal("/feed.json", Call("Feed", "json"));
        Assert.Equal("/files/a%20b/c", Call("Files", "a b/c"));
    }

    [Fact]
    public void Models_stand_for_their_ids()
    {
        object user = Activator.CreateInstance(App.GetType("Blog.User")!)!,
            post = Activator.CreateInstance(App.GetType("Blog.Post")!)!;
        Assert.Equal("/users/7", Call("User", user));
        Assert.Equal("/users/7/posts/7", Call("UserPost", user, post));
        Assert.Equal("/users/1/posts/2", Call("UserPost", 1L, 2L));
    }

    [Fact]
    public void The_text_of_a_path_is_encoded() => Assert.Equal("/s%C3%BCche/a%20b", Paths.GetField("Search")!.GetRawConstantValue());

    private static string Call(string name, params object[] values) =>
        (string)Paths.GetMethod(name, [.. values.Select(v => v.GetType())])!.Invoke(null, values)!;
}
