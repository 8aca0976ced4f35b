using Stryke.Web.Actors;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Which links lead to the page that they stand on.</summary>
public sealed class CurrentPageSpec
{
    private const string Source = """
        namespace Blog;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Root(Posts.Index);
                Get("/posts", Posts.Index);
                Post("/posts", Posts.Create);
                Get("/drafts", Posts.Drafts);
                Get("/tags/:tag", Posts.Tagged);
            }
        }

        public sealed partial class PostsController : Controller
        {
            protected override string? Layout => null;

            public Result Index() => Views.Nav();
            public Result Create() => Views.Nav();
            public Result Drafts() => Views.Nav();
            public Result Tagged(string tag) => Views.Nav();
        }
        """;

    private const string Nav = """
        <% foreach (string path in new[] { Paths.Root, Paths.Posts, Paths.Posts + "?page=2", Paths.Drafts, Paths.Tags("ä b") }) { %>
        <%- if (IsCurrent(path)) { %><%= path %> <% } %>
        <% } %>
        """;

    [Theory]
    [InlineData("/", "/ /posts /posts?page=2")]
    [InlineData("/posts", "/ /posts /posts?page=2")]
    [InlineData("/?page=3", "/ /posts /posts?page=2")]
    [InlineData("/drafts", "/drafts")]
    [InlineData("/tags/%C3%A4%20b", "/tags/%C3%A4%20b")]
    [InlineData("/tags/c", "")]
    public async Task A_link_is_current_where_its_path_leads_to_the_page(string path, string current)
    {
        await using var app = SpecApp.Start(AppCompilation.WithTemplate(Source + SpecApp.PlainStack, "nav.html.erb", Nav), Backend.Auto);

        (int status, string body) = await app.Get(path);
        Assert.Equal((200, current), (status, string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
