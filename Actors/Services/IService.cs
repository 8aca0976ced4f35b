namespace Stryke.Web.Actors.Services;

/// <summary>
/// Something that works beside the requests for as long as the app runs: it takes jobs, keeps a connection, tidies up. Services start in
/// the order in which they were added, before the app listens, and stop in the reverse order, when the last request has ended.
/// </summary>
public interface IService
{
    /// <summary>What messages call it, such as <c>mail</c>. No two services of an app have the same name.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the app goes on without it. When a service that is not optional fails, the app does not start, or stops. False unless told
    /// otherwise.
    /// </summary>
    bool IsOptional => false;

    /// <summary>
    /// Starts. The next service, and then the requests, wait until this has completed; what goes on after it belongs into
    /// <see cref="ServiceContext.Run(Func{CancellationToken, Task})"/>.
    /// </summary>
    /// <param name="context">The cores, and background work that ends with the service.</param>
    /// <param name="cancel">Cancelled when the app is asked to stop before it has started.</param>
    ValueTask Start(ServiceContext context, CancellationToken cancel);

    /// <summary>
    /// Stops. No request is being answered any more, the cores and the database are still there, and <see cref="ServiceContext.Stopping"/>
    /// has been cancelled. Afterwards the service's background work is waited for. Called once, on a thread of its own, and only when
    /// <see cref="Start"/> has succeeded.
    /// </summary>
    /// <param name="cancel">Cancelled when the time is over. What has not ended soon after is left.</param>
    ValueTask Stop(CancellationToken cancel);
}
