using Stryke.Web.Actors.Jobs;

namespace Stryke.Web.Specs.Actors.Jobs;

/// <summary>Keeps what it is told of jobs.</summary>
internal sealed class RecordingJobs : IJobObserver
{
    public List<JobStart> Started { get; } = [];

    public List<JobEnd> Ended { get; } = [];

    public void OnJobStarted(in JobStart job) => Started.Add(job);

    public void OnJobEnded(in JobEnd job) => Ended.Add(job);
}
