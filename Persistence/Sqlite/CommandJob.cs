using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>Runs one command, in the open transaction or else in one of its own.</summary>
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
}
