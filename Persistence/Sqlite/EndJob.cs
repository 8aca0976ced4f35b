namespace Stryke.Web.Persistence.Sqlite;

/// <summary>The last job of a transaction: COMMIT or ROLLBACK.</summary>
internal sealed class EndJob(bool commit) : WriterJob
{
    /// <summary>Whether the transaction is over: a COMMIT that failed leaves it open.</summary>
    public bool IsOver { get; private set; }

    public override void Perform(SqliteSession session)
    {
        try
        {
            // SQLite rolls back by itself when the disk is full or fails (https://sqlite.org/lang_transaction.html §3).
            if (session.IsInTransaction)
                session.Execute(commit ? "COMMIT" : "ROLLBACK");
            else if (commit)
                throw new DatabaseException("SQLite has rolled the transaction back after an error in it.");
        }
        catch (Exception error)
        {
            IsOver = !session.IsInTransaction;
            Fail(error);
            return;
        }
        IsOver = true;
        Complete();
    }
}
