namespace Stryke.Web.Persistence.Sessions;

/// <summary>A session whose commands count together or not at all.</summary>
public interface IDatabaseTransaction : IDatabaseSession
{
    /// <summary>Makes everything count.</summary>
    ValueTask Commit();

    /// <summary>Makes nothing count. Does nothing when the transaction has ended already.</summary>
    ValueTask Rollback();
}
