namespace Stryke.Web.Middleware;

/// <summary>
/// What every step of a <see cref="MiddlewareStack"/> is: an <see cref="IMiddleware"/>, or an <see cref="IAsyncMiddleware"/> where it has
/// to wait.
/// </summary>
/// <remarks>
/// A step is a struct, so that the chain of all steps is one piece of straight-line code. There is one instance on each core, used by all
/// its connections in turn: its fields hold what <see cref="Start"/> prepared, never anything of one request; that belongs in
/// <see cref="RequestContext.Items"/>.
/// </remarks>
public interface IMiddlewareStep
{
    /// <summary>
    /// Whether the step reads forms with files. The server then hands it their bodies as they arrive; see
    /// <see cref="RequestContext.ExpectsUpload"/>.
    /// </summary>
    static virtual bool ReadsUploads => false;

    /// <summary>Prepares what stays the same for all requests. Called once on each core, before the first request.</summary>
    /// <param name="services">What the process offers to every request.</param>
    void Start(RequestServices services);
}
