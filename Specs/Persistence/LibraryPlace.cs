using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Specs.Library;

namespace Stryke.Web.Specs.Persistence;

/// <summary>
/// A folder with a migrated database, which is the current one of the test until it is disposed. It counts the statements that run.
/// </summary>
public sealed class LibraryPlace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stryke-library-");
    private readonly IDisposable _use;

    private LibraryPlace(bool migrate, DatabaseOptions? options)
    {
        Options = options ?? new DatabaseOptions { Path = System.IO.Path.Combine(_folder.FullName, "library.sqlite3") };
        Watched = new WatchedDatabase(Database.Open(Options).Connection);
        Database = new Database(Watched);
        _use = Database.Use();
        if (migrate)
            new Migrator(Database, Schema.Migrations).Migrate().GetAwaiter().GetResult();
        Watched.Forget();
    }

    public DatabaseOptions Options { get; }

    public Database Database { get; }

    public WatchedDatabase Watched { get; }

    public string Folder => _folder.FullName;

    public string Path => Options.Path;

    /// <summary>The SQL that ran since the place was opened or forgot, in order.</summary>
    public IReadOnlyList<string> Statements => Watched.Statements;

    public static LibraryPlace Open() => new(migrate: true, options: null);

    public static LibraryPlace OpenEmpty() => new(migrate: false, options: null);

    public static LibraryPlace Open(Func<string, DatabaseOptions> options)
    {
        string folder = Directory.CreateTempSubdirectory("stryke-library-").FullName;
        return new LibraryPlace(migrate: true, options(System.IO.Path.Combine(folder, "library.sqlite3")));
    }

    /// <summary>An author who is saved.</summary>
    public static Task<Author> SavedAuthor(string name = "Ada") => Author.Create(new Author { Name = name });

    /// <summary>A book that is saved.</summary>
    public static Task<Book> SavedBook(Author author, string title = "Notes", int pages = 100) =>
        Book.Create(
            new Book
            {
                Title = title,
                Pages = pages,
                AuthorId = author.Id,
            }
        );

    /// <summary>The number that a statement gives.</summary>
    public async Task<long> Number(string sql)
    {
        var command = new NumberCommand(sql);
        await Database.Connection.Reader.Run(command);
        return command.Value;
    }

    public void Dispose()
    {
        _use.Dispose();
        Database.Dispose();
        Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private sealed class NumberCommand(string sql) : Command(new Sql(sql, isCached: false), [])
    {
        public long Value { get; private set; }

        protected internal override void Read(Row row)
        {
            if (row.Step())
                Value = row.GetInt64(0);
            base.Read(row);
        }
    }
}
