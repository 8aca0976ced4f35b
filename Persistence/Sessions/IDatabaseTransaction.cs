namespace Stryke.Web.Persistence.Sessions;

/// <summary>A session whose commands are committed together or not at all.</summary>
public interface IDatabaseTransaction : IDatabaseSession
{
    /// <summary>Commits the transaction.</summary>
    ValueTask Commit();

    /// <summary>Rolls the transaction back. Does nothing when it has ended already.</summary>
    ValueTask Rollback();
}
