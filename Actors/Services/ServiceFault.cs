namespace Stryke.Web.Actors.Services;

/// <summary>A service that has failed, or did not stop.</summary>
/// <param name="Service">The service.</param>
/// <param name="Fault">What has gone wrong; null for one that did not stop in time.</param>
public sealed record ServiceFault(IService Service, Exception? Fault);
