namespace Stryke.Web.Actors.Services;

/// <summary>A service could not start.</summary>
/// <param name="service">The service.</param>
/// <param name="fault">What has gone wrong.</param>
public sealed class ServiceStartException(IService service, Exception fault)
    : Exception($"The service {service.Name} did not start: {fault.Message}", fault)
{
    /// <summary>The service.</summary>
    public IService Service => service;
}
