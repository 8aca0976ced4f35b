namespace Stryke.Web.Persistence.Sessions;

/// <summary>Runs commands, one after another in the order given.</summary>
public interface IDatabaseSession
{
    /// <summary>Runs a command to its end. Errors of the database arrive as <see cref="DatabaseException"/>.</summary>
    ValueTask Run(Command command);
}
