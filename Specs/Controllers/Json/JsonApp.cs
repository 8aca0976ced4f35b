using Stryke.Web.Actors;
using Stryke.Web.Persistence;
using Stryke.Web.Specs.Compiler.Routes;

namespace Stryke.Web.Specs.Controllers.Json;

/// <summary>A small blog with a database of its own, served over a socket: users, posts, comments that answer comments.</summary>
internal sealed class JsonApp : IAsyncDisposable
{
    private const string Models = """
        namespace Blog;

        public enum State { Draft, InReview }

        public static class Place { public static Database Database = null!; }

        public abstract partial class PlaceController : Controller
        {
            [Before] private void Open() => Place.Database.Use();
        }

        public sealed partial class User : Model
        {
            [Presence] public partial string Name { get; set; }
            public partial string PasswordDigest { get; set; }
            public partial DateTime? PasswordChangedAt { get; set; }
            [Secret] public partial string Pin { get; set; }
            public partial Guid? ResetToken { get; set; }
            internal partial int Strikes { get; set; }
            [HasMany(ForeignKey = "AuthorId")] public partial Many<Post> Posts { get; }
            public string Shout => Name.ToUpperInvariant();
        }

        public sealed partial class Post : Model
        {
            [Presence] public partial string Title { get; set; }
            public partial State State { get; set; }
            public partial decimal? Price { get; set; }
            public partial byte[] Cover { get; set; }
            [System.Text.Json.Serialization.JsonPropertyName("seen")] public partial long Views { get; set; }
            [System.Text.Json.Serialization.JsonIgnore] public partial string Notes { get; set; }
            public partial long? AuthorId { get; set; }
            [BelongsTo] public partial Ref<User?> Author { get; }
            [HasMany] public partial Many<Comment> Comments { get; }
        }

        [Table("comments", Timestamps = false)]
        public sealed partial class Comment : Model
        {
            public partial string Body { get; set; }
            public partial long PostId { get; set; }
            [BelongsTo] public partial Ref<Post> Post { get; }
        }

        public sealed record Answer(Post? Post, IReadOnlyList<User> Users, Errors Errors);
        """;

    private const string Tables = """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, password_digest TEXT NOT NULL,
          password_changed_at TEXT, pin TEXT NOT NULL, reset_token TEXT,
            strikes INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
        CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state INTEGER NOT NULL, price NUMERIC, cover BLOB NOT NULL,
          views INTEGER NOT NULL, notes TEXT NOT NULL,
            author_id INTEGER, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
        CREATE TABLE comments (id INTEGER PRIMARY KEY, body TEXT NOT NULL, post_id INTEGER NOT NULL);
        INSERT INTO users VALUES (1, 'Ada', 'digest', NULL, '1234', NULL, 3, '2026-04-26 12:00:00', '2026-04-26 12:00:00');
        INSERT INTO posts VALUES (1, 'First', 1, NULL, x'0102FF', 9007199254740993,
          'hidden', 1, '2026-04-26 12:00:00', '2026-04-26 13:00:00');
        INSERT INTO posts VALUES (2, 'Second', 0, NULL, x'', 0, '', NULL, '2026-04-26 12:00:00', '2026-04-26 13:00:00');
        INSERT INTO comments VALUES (1, 'Good', 1);
        INSERT INTO comments VALUES (2, 'Bad', 1)
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stryke-json-");
    private readonly Database _database;

    private JsonApp(AppCompilation app, string tables)
    {
        _database = Database.Open(new DatabaseOptions { Path = Path.Combine(_folder.FullName, "json.sqlite3") });
        foreach (string statement in tables.Split(";\n"))
            _database.Execute(statement).GetAwaiter().GetResult();
        Served = SpecApp.Start(app, Backend.Auto);
        Served.Type("Place").GetField("Database")!.SetValue(null, _database);
    }

    public SpecApp Served { get; }

    /// <summary>The app with one controller more.</summary>
    public static AppCompilation Compile(string controller) => AppCompilation.WithModels(Models, "namespace Blog;\n" + controller);

    /// <summary>Serves the blog with an action that answers <c>GET /</c>.</summary>
    /// <param name="answer">What follows <c>return</c>.</param>
    public static JsonApp Start(string answer) => new(Compile(Home($"return {answer};")), Tables);

    /// <summary>A controller with one action.</summary>
    public static string Home(string body) =>
        $$"""
            public sealed partial class HomeController : PlaceController
            {
                public async Task<Result> Index()
                {
                    await Task.CompletedTask;
                    {{body}}
                }
            }
            public sealed partial class Routes : RouteMap { protected override void Draw() => Root(Home.Index); }
            """;

    public Task<(int Status, string Body)> Get() => Served.Get("/");

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        _database.Dispose();
        _folder.Delete(recursive: true);
    }
}
