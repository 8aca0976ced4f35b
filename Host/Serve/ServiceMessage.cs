using Stryke.Web.Actors.Services;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Serve;

/// <summary>Says which service has failed, and what follows.</summary>
internal static class ServiceMessage
{
    public static string OfStart(ServiceStartException failure) =>
        $"The service {failure.Service.Name} did not start: {failure.InnerException!.Message}\n"
        + $"It is {failure.Service.GetType().Name}, added by AddServices in config/Application.cs: give it what it needs, or make it "
        + "optional (IsOptional).";

    public static string OfFailure(ServiceFault failure) =>
        failure.Service.IsOptional
            ? $"The service {failure.Service.Name} has failed. It is optional, and the app goes on without it"
            : $"The service {failure.Service.Name} has failed, and the app stops";

    /// <param name="failure">What the stop could not do.</param>
    /// <param name="timeout">The time-out, with the setting's name.</param>
    public static string OfStop(ServiceFault failure, string timeout) =>
        failure.Fault is { } fault
            ? $"The service {failure.Service.Name} failed to stop: {fault.Message}"
            : $"The service {failure.Service.Name} did not stop within {timeout}. The process ends under it, with status "
                + $"{ExitCodes.Software}.";
}
