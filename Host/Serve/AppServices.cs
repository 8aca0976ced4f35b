using Stryke.Web.Actors;
using Stryke.Web.Actors.Services;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Host.Serve;

/// <summary>The services of an app that serves: the framework's own, and those that the app adds.</summary>
internal sealed class AppServices(BootedApp app, ActorSystem system, LogWriter log)
{
    private readonly ServiceGroup _group = new(system, fault => Tell(app, log, fault));

    /// <summary>Completes with a service that has failed and without which the app does not go on.</summary>
    public Task<ServiceFault> Failed => _group.Failed;

    /// <exception cref="StartException">One of them could not start.</exception>
    /// <exception cref="OperationCanceledException">The app was asked to stop meanwhile.</exception>
    public void Start(UploadSpool uploads, CancellationToken cancel)
    {
        var services = new ServiceList();
        services.Add(new UploadFolder(uploads));
        app.Application.AddServices(services, app.Settings.Sections);
        try
        {
            _group.Start(services, cancel).GetAwaiter().GetResult();
        }
        catch (ServiceStartException failure) when (failure.InnerException is StartException itself)
        {
            throw itself;
        }
        catch (ServiceStartException failure)
        {
            log.Write(failure.Message, failure.InnerException!);
            throw new StartException(ServiceMessage.OfStart(failure), ExitCodes.Unavailable);
        }
    }

    /// <summary>Stops those that have started, the last one first.</summary>
    /// <returns>Those that could not be stopped.</returns>
    public IReadOnlyList<ServiceFault> Stop(TimeSpan timeout) => _group.Stop(timeout);

    private static void Tell(BootedApp app, LogWriter log, ServiceFault failure)
    {
        string message = ServiceMessage.OfFailure(failure);
        log.Write(message, failure.Fault!);
        if (app.Settings.Log.File != LogSettings.StandardError)
            Shutdown.WriteLine(app.Context, $"{message}: {failure.Fault!.Message}");
    }
}
