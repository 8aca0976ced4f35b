using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>One command, in a transaction of its own or in the one that is open.</summary>
internal sealed class CommandJob(Command command) : WriterJob
{
    public override void Perform(SqliteSession session)
    {
        try
        {
            session.Run(command);
        }
        catch (Exception error)
        {
            Fail(error);
            return;
        }
        Complete();
    }

    /// <summary>Says that it was not done.</summary>
    public void Refuse(string why) => Fail(new DatabaseException(why));
}
