namespace Stryke.Web.Actors.Jobs;

/// <summary>How a job ended.</summary>
public enum JobOutcome : byte
{
    /// <summary>It has done its work.</summary>
    Completed,

    /// <summary>It threw. Whether it runs again is the queue's decision; that is a new attempt.</summary>
    Failed,

    /// <summary>It was told to stop, and did.</summary>
    Cancelled,
}
