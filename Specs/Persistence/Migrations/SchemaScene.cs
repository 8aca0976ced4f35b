using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>A database with a table of posts and two indices on it, and a second migration that changes it.</summary>
internal static class SchemaScene
{
    public static async Task<LibraryPlace> Posts(string? more = null)
    {
        var place = LibraryPlace.OpenEmpty();
        await new Migrator(place.Database, [First]).Migrate();
        if (more is not null)
            await place.Database.Execute(more);
        return place;
    }

    private static MigrationInfo First =>
        MigratorSpec.Info(
            1,
            "CreatePosts",
            m =>
            {
                m.Create(
                    "posts",
                    t =>
                    {
                        t.Text("title");
                        t.String("slug", limit: 80);
                    }
                );
                m.Index("posts", ["slug"], unique: true);
                m.Index("posts", ["slug", "title"]);
            }
        );

    public static Migrator With(LibraryPlace place, Action<Written> change) =>
        new(place.Database, [First, MigratorSpec.Info(2, "Change", change)]);

    public static async Task<string> Indices(LibraryPlace place)
    {
        var command = new RowsCommand("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
        await place.Database.Connection.Reader.Run(command);
        return string.Join(" ", command.Rows);
    }
}
