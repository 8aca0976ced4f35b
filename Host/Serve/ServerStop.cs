using Stryke.Web.Actors;
using Stryke.Web.Actors.Services;

namespace Stryke.Web.Host.Serve;

/// <summary>What the stop of a server could not wait for.</summary>
/// <param name="Cores">Requests that were cut off, and cores that are held.</param>
/// <param name="Services">Services that failed to stop, or did not in time.</param>
internal sealed record ServerStop(StopReport Cores, IReadOnlyList<ServiceFault> Services)
{
    /// <summary>Whether code of the app still runs that may be using what the process has.</summary>
    public bool IsHeld => Cores.BlockedCores.Count > 0 || Services.Any(service => service.Fault is null);
}
