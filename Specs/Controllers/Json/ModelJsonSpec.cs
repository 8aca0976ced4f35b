using Xunit;

namespace Stryke.Web.Specs.Controllers.Json;

/// <summary>What <c>Json(model)</c> writes, over a real database and a socket.</summary>
public sealed class ModelJsonSpec
{
    private const string Ada =
        """{"id":1,"name":"Ada","passwordChangedAt":null,"createdAt":"2026-04-26T12:00:00Z","updatedAt":"2026-04-26T12:00:00Z"}""";

    // Without the closing brace, for what may follow.
    private const string FirstOpen =
        "{\"id\":1,\"title\":\"First\",\"state\":\"inReview\",\"price\":null,\"cover\":\"AQL/\",\"seen\":9007199254740993,\"authorId\":1,"
        + Times;

    private const string SecondOpen =
        "{\"id\":2,\"title\":\"Second\",\"state\":\"draft\",\"price\":null,\"cover\":\"\",\"seen\":0,\"authorId\":null," + Times;

    private const string Times = "\"createdAt\":\"2026-04-26T12:00:00Z\",\"updatedAt\":\"2026-04-26T13:00:00Z\"";
    private const string First = FirstOpen + "}";
    private const string Second = SecondOpen + "}";

    [Theory]
    [InlineData("Json(await User.Find(1))", Ada)]
    [InlineData("Json(await User.Get(1))", Ada)]
    [InlineData("await User.Find(1) is { } user ? Json(user) : NotFound()", Ada)]
    [InlineData("Json(await User.Find(7))", "null")]
    [InlineData("Json(await Post.Find(1))", First)]
    [InlineData("Json(await Post.All.Limit(5))", $"[{First},{Second}]")]
    [InlineData("Json(await Post.All.Page(1, per: 1))", $"[{First}]")]
    [InlineData("Json<IEnumerable<Post>>(await Post.All.Limit(5))", $"[{First},{Second}]")]
    public async Task A_model_is_its_columns_without_what_is_secret_or_the_frameworks_own(string answer, string json) =>
        await Answers(answer, json);

    [Theory]
    [InlineData(
        "Json(new User { Name = \"Eve\", PasswordDigest = \"x\", Pin = \"1\" })",
        """{"id":0,"name":"Eve","passwordChangedAt":null,"createdAt":"0001-01-01T00:00:00Z","updatedAt":"0001-01-01T00:00:00Z"}"""
    )]
    [InlineData("Json(new Answer(await Post.Find(2), [], new User().Errors))", "{\"post\":" + Second + ",\"users\":[],\"errors\":{}}")]
    [InlineData("Json(new Dictionary<string, User> { [\"a\"] = await User.Get(1) })", "{\"a\":" + Ada + "}")]
    public async Task Models_stand_in_values_of_other_types(string answer, string json) => await Answers(answer, json);

    [Theory]
    [InlineData(
        "Json(await Post.All.With(p => p.Author).Limit(5))",
        "[" + FirstOpen + ",\"author\":" + Ada + "}," + SecondOpen + ",\"author\":null}]"
    )]
    [InlineData(
        "Json(await Post.All.With(p => p.Comments).Find(1))",
        FirstOpen + ""","comments":[{"id":1,"body":"Good","postId":1},{"id":2,"body":"Bad","postId":1}]}"""
    )]
    [InlineData("Json(await Post.All.With(p => p.Comments).Find(2))", SecondOpen + ",\"comments\":[]}")]
    public async Task An_association_is_written_when_it_is_loaded(string answer, string json) => await Answers(answer, json);

    [Fact]
    public async Task A_cycle_is_cut_at_what_is_being_written()
    {
        // Both ways, and over another object of the same row.
        await using var app = JsonApp.Start(
            """
            await Both() is { } post ? Json(post) : NotFound();

            async Task<Post?> Both()
            {
                Post post = await Post.Get(1);
                foreach (Comment comment in await post.Comments) await comment.Post;
                User author = (await post.Author)!;
                await author.Posts;
                return post;
            }
            """
        );
        Assert.Equal(
            (
                200,
                $$"""
                {{FirstOpen}},"author":{{Ada[
                    ..^1
                ]}},"posts":[]},"comments":[{"id":1,"body":"Good","postId":1},{"id":2,"body":"Bad","postId":1}]}
                """
            ),
            await app.Get()
        );
    }

    [Theory]
    [InlineData("p => [p.Id, p.Title]", """[{"id":1,"title":"First"},{"id":2,"title":"Second"}]""")]
    [InlineData(
        "p => [p.Title, p.Author.Name, p.Id, p.Author.Id]",
        """[{"title":"First","author":{"name":"Ada","id":1},"id":1},{"title":"Second","author":null,"id":2}]"""
    )]
    [InlineData("p => [p.Id, p.Comments.Body]", """[{"id":1,"comments":[{"body":"Good"},{"body":"Bad"}]},{"id":2,"comments":[]}]""")]
    [InlineData(
        "p => [p.Author.PasswordDigest, p.Notes]",
        """[{"author":{"passwordDigest":"digest"},"notes":"hidden"},{"author":null,"notes":""}]"""
    )]
    [InlineData("p => [p.Author]", "[{\"author\":" + Ada + "},{\"author\":null}]")]
    [InlineData(
        "p => [p.Author, p.Author.PasswordDigest]",
        """[{"author":{"id":1,"name":"Ada","passwordChangedAt":null,"createdAt":"2026-04-26"""
            + """T12:00:00Z","updatedAt":"2026-04-26T12:00:00Z","passwordDigest":"digest"}},{"author":null}]"""
    )]
    [InlineData("p => []", "[{},{}]")]
    public async Task A_list_of_columns_says_something_else(string columns, string json) =>
        await Answers($"Json(await Post.All.With(p => p.Author).With(p => p.Comments).Page(1), {columns})", json);

    [Theory]
    [InlineData("Json(await Post.Get(1), p => [p.Title])", """{"title":"First"}""")]
    [InlineData("Json(await Post.Find(7), p => [p.Title])", "null")]
    [InlineData("Json((await Post.All.Limit(5)).ToArray(), p => [p.Id])", """[{"id":1},{"id":2}]""")]
    public async Task A_list_of_columns_is_for_one_model_and_for_several(string answer, string json) => await Answers(answer, json);

    [Fact]
    public async Task A_listed_association_must_be_loaded_and_the_error_says_how()
    {
        await using var app = JsonApp.Start("Json(await Post.Get(1), p => [p.Id, p.Author.Name])");
        Assert.Equal(500, (await app.Get()).Status);
        Assert.Contains("Post.Author is not loaded: add .With(m => m.Author)", app.Served.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_lists_of_messages_by_property()
    {
        await using var app = JsonApp.Start(
            """
            await Wrong() is { } post ? Unprocessable(Json(post.Errors)) : NotFound();

            async Task<Post> Wrong()
            {
                var post = new Post();
                await post.Validate();
                post.Errors.Add(nameof(Post.AuthorId), "is on holiday");
                post.Errors.Add("can't be saved on a Sunday");
                post.Errors.Add(nameof(Post.Title), "is \"odd\"");
                return post;
            }
            """
        );
        Assert.Equal(
            (
                422,
                """{"errors":{"title":["can\u0027t be blank","is \u0022odd\u0022"],"authorId":["is"""
                    + """ on holiday"],"base":["can\u0027t be saved on a Sunday"]}}"""
            ),
            await app.Get()
        );
    }

    [Fact]
    public void A_secret_column_in_a_list_does_not_build() =>
        Assert.Contains(
            "User.Pin is [Secret]: it is never written as JSON.",
            Assert
                .Single(JsonApp.Compile(JsonApp.Home("return Json(await User.All.Limit(5), u => [u.Name, u.Pin]);")).Errors())
                .GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Post.All", "PostQuery cannot be written as JSON: it is a task; await it first")]
    [InlineData("Post.Find(1)", "ValueTask<Post?> cannot be written as JSON: it is a task; await it first")]
    [InlineData("Session", "Session cannot be written as JSON: it is a type of the framework; write a record of what the client needs")]
    [InlineData("Params", "Params cannot be written as JSON: it is a type of the framework; write a record of what the client needs")]
    [InlineData("(Model)(await Post.Get(1))", "Model cannot be written as JSON: a model can be any; say which, or write a record")]
    public void STRYKE205_knows_the_type_when_all_code_is_generated(string value, string message) =>
        Assert.Equal(message, JsonApp.Compile(JsonApp.Home($"return Json({value});")).Message("STRYKE205"));

    [Fact]
    public void STRYKE206_a_type_that_was_not_known_in_time_and_is_no_model() =>
        Assert.Equal(
            "No writer was made for string: the type of this value comes from generated code or a type parameter, and "
                + "writers are made before that is known. Say it, as in Json<IReadOnlyList<PostView>>(views)",
            JsonApp.Compile(JsonApp.Home("return Json((await Post.Get(1)).ToParam());")).Message("STRYKE206")
        );

    private static async Task Answers(string answer, string json)
    {
        await using var app = JsonApp.Start(answer);
        Assert.Equal((200, json), await app.Get());
    }
}
