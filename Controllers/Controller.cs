using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Controllers;

/// <summary>
/// The base of an app's controllers. Its public methods are actions: they return <see cref="Result"/>, <c>Task&lt;Result&gt;</c> or
/// <c>ValueTask&lt;Result&gt;</c>, and their parameters are bound by name from the route, the form and the query.
/// </summary>
/// <remarks>
/// An action that awaits comes back to the core that it started on, so a controller's state needs no lock. A controller that declares
/// fields or properties with a value of their own is made anew for each request.
/// </remarks>
public abstract partial class Controller
{
    private RequestContext? _context;
    private ResultWriters? _writers;
    private Params? _params;
    private Cookies? _cookies;
    private Flash? _flash;
    private PageRequest? _page;

    /// <summary>The request with everything that belongs to it.</summary>
    /// <exception cref="InvalidOperationException">
    /// The controller has no request: its constructor is running, or the answer was given.
    /// </exception>
    protected internal RequestContext Context =>
        _context
        ?? throw new InvalidOperationException(
            "The controller has no request. It has one only while an action runs: not in its constructor, and not after the answer."
        );

    /// <summary>The request.</summary>
    protected internal HttpRequest Request => Context.Request;

    /// <summary>The body, to be read as it arrives in an action with <c>[StreamBody]</c>; elsewhere it has arrived before.</summary>
    protected RequestBody RequestBody => Context.Exchange.RequestBody;

    /// <summary>The response. Results write to it; headers can be added here. Only on the connection's core.</summary>
    protected internal HttpResponse Response => Context.Response;

    /// <summary>What the visitor's browser keeps for the app, sealed.</summary>
    protected Session Session => Context.Session;

    /// <summary>What the request carries: captures of the route, fields of the form, fields of the query.</summary>
    protected internal Params Params => _params ??= new Params(Context);

    /// <summary>The visitor's cookies.</summary>
    protected Cookies Cookies => _cookies ??= new Cookies(Context);

    /// <summary>Messages for the page after this one.</summary>
    protected internal Flash Flash => _flash ??= new Flash(Context);

    /// <summary>
    /// The values of a section of <c>config/server.toml</c> that the app has of its own: <c>Settings&lt;MailSettings&gt;().From</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The app has not added the section.</exception>
    protected T Settings<T>()
        where T : class, ISettings<T> => Context.Services.Settings.Get<T>();

    /// <summary>The layout of this controller's pages, below <c>app/views/layouts</c>; null for none.</summary>
    protected virtual string? Layout => Views.Template.DefaultLayout;

    internal string? LayoutOfPage => Layout;

    internal PageRequest Page => _page ??= new PageRequest(this);

    /// <summary>Whether this is the thread of the connection's core, the only one that may touch the response.</summary>
    private bool IsHome => Core.Current == Context.Core;

    /// <summary>Takes up a request.</summary>
    internal void Begin(RequestContext context, ResultWriters writers)
    {
        _context = context;
        // The same each time for an instance that serves many.
        _writers ??= writers;
    }

    /// <summary>Lets go of the request, so that nothing of it is seen by the next, or by code that outlives it.</summary>
    internal void End()
    {
        _context = null;
        _params = null;
        _cookies = null;
        _flash = null;
        _etag = null;
        _lastModified = null;
        _location = null;
        _variesByAccept = false;
    }
}
