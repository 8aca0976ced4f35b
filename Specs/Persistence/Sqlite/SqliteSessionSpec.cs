using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Persistence.Sqlite;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

public sealed class SqliteSessionSpec
{
    [Fact]
    public void A_statement_is_prepared_once_and_kept()
    {
        using var place = LibraryPlace.Open();
        using var session = SqliteSession.Open(place.Options, readOnly: true);
        var kept = new Sql("SELECT ?");
        for (int i = 0; i < 5; i++)
            session.Run(new Command(kept, [DbValue.Of(i)]));
        session.Run(new Command(new Sql("SELECT 1", isCached: false), []));
        Assert.Equal(1, session.StatementCount);
    }

    [Fact]
    public void A_session_that_keeps_too_many_starts_over()
    {
        using var place = LibraryPlace.Open();
        using var session = SqliteSession.Open(place.Options, readOnly: true);
        for (int i = 0; i < SqliteSession.MaxStatements + 5; i++)
            session.Run(new Command(new Sql($"SELECT {i}"), []));
        Assert.Equal(5, session.StatementCount);
    }

    [Fact]
    public void A_statement_that_is_being_read_can_be_run_within_itself()
    {
        using var place = LibraryPlace.Open();
        using var session = SqliteSession.Open(place.Options, readOnly: true);
        var sql = new Sql("SELECT 1 UNION ALL SELECT 2");
        var outer = new Nested(sql, session, depth: 2);
        session.Run(outer);
        Assert.Equal(2 + (2 * 2) + (2 * 2 * 2), outer.Total);
        Assert.Equal(1, session.StatementCount);
    }

    [Fact]
    public void A_reader_that_throws_leaves_the_session_as_it_was()
    {
        using var place = LibraryPlace.Open();
        using var session = SqliteSession.Open(place.Options, readOnly: true);
        var sql = new Sql("SELECT 1");
        Assert.Throws<InvalidOperationException>(() => session.Run(new Throwing(sql)));
        session.Run(new Command(sql, []));
        Assert.False(session.IsInTransaction);
    }

    private sealed class Nested(Sql sql, SqliteSession session, int depth) : Command(sql, [])
    {
        public int Total { get; private set; }

        protected internal override void Read(Row row)
        {
            while (row.Step())
            {
                Total++;
                if (depth == 0)
                    continue;
                var inner = new Nested(Sql, session, depth - 1);
                session.Run(inner);
                Total += inner.Total;
            }
        }
    }

    private sealed class Throwing(Sql sql) : Command(sql, [])
    {
        protected internal override void Read(Row row) => throw new InvalidOperationException();
    }
}
