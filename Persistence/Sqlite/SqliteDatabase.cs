using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// A SQLite file in WAL mode: any number of readers, which see the last commit and never wait, and one writer. Reads run on the thread
/// that asks; writes go to the file's writer thread.
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly DatabaseOptions _options;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

    private SqliteDatabase(DatabaseOptions options)
    {
        _options = options;
        _writer = new SqliteWriter(SqliteSession.Open(options, readOnly: false), options);
        _readers = new SqliteReaders(options);
    }

    public Dialect Dialect => SqliteDialect.Instance;

    public IDatabaseSession Reader => _readers;

    public IDatabaseSession Writer => _writer;

    public static SqliteDatabase Open(DatabaseOptions options)
    {
        if (options.Path.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new DatabaseException(
                "A database in memory cannot be shared by a reader for each core and a writer: give the path of a file."
            );
        }
        string path = Path.GetFullPath(options.Path);
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            throw new DatabaseException(
                $"The folder of the database, {folder}, does not exist: create it, or change the path of the database."
            );
        }
        if (Directory.Exists(path))
            throw new DatabaseException($"The database cannot be opened: {path} is a folder.");
        return new SqliteDatabase(options);
    }

    public ValueTask<IDatabaseTransaction> Begin() => _writer.Begin();

    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
    }

    public override string ToString() => _options.Path;
}
