using System.Runtime.ExceptionServices;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Routing;

namespace Stryke.Web.Middleware;

/// <summary>
/// One request as the upper layers see it: the exchange, its route, its session and its fields. There is one for each
/// connection, used for one request after the other; nothing of it may be kept when the exchange is complete.
/// </summary>
public sealed class RequestContext
{
    private readonly IRouteMatcher _routes;
    private RouteMatch _route;
    private RouteMatch _overrideRoute;
    private HttpVerb _overrideVerb;
    private Session? _session;
    private FormFields? _form;
    private FormFields? _query;
    private UploadedFiles? _files;
    private Dictionary<string, object?>? _items;

    private RequestContext(HttpExchange exchange, RequestServices services, IRouteMatcher routes)
    {
        Exchange = exchange;
        Services = services;
        _routes = routes;
    }

    /// <summary>The exchange that this is about.</summary>
    public HttpExchange Exchange { get; }

    /// <summary>The request.</summary>
    public HttpRequest Request => Exchange.Request;

    /// <summary>The response.</summary>
    public HttpResponse Response => Exchange.Response;

    /// <summary>The core that serves it.</summary>
    public Core Core => Exchange.Core;

    /// <summary>What the process offers to every request.</summary>
    public RequestServices Services { get; }

    /// <summary>What the route trie said; <see cref="RouteMatch.NotFound"/> until <see cref="SetRoute"/>.</summary>
    public ref readonly RouteMatch Route => ref _route;

    /// <summary>The route for people to read; null when none matched.</summary>
    public RouteInfo? RouteInfo => (uint)_route.RouteId < (uint)Services.Routes.Count ? Services.Routes[_route.RouteId] : null;

    /// <summary>
    /// Whether an <c>ApiController</c> answers the request, or would where no route matches: it has that stack, and problem details for
    /// errors.
    /// </summary>
    public bool IsApi { get; set; }

    /// <summary>The visitor's session. Opened from its cookie by the first use in a request.</summary>
    /// <exception cref="InvalidOperationException">The app's stack has no <see cref="Steps.Sessions"/>.</exception>
    public Session Session
    {
        get
        {
            _session ??= new Session();
            if (!_session.IsOpen)
                OpenSession(_session);
            return _session;
        }
    }

    /// <summary>Whether this request has used <see cref="Session"/>.</summary>
    public bool HasSession => _session is { IsOpen: true };

    /// <summary>
    /// The fields of a form: of a urlencoded body, read at the first use, or those of a form with files that are text; and those of a JSON
    /// body, named as in a form (<c>post[title]</c>, <c>post[tags][]</c>). None when the body is of another type.
    /// </summary>
    /// <exception cref="BadRequestException">
    /// There are more fields than <see cref="RequestServices.MaxFields"/>, or a JSON body is none.
    /// </exception>
    /// <exception cref="RequestBodyException">A form with files could not be read.</exception>
    public FormFields Form
    {
        get
        {
            ThrowIfUploadIsUnread();
            return (_form ??= new FormFields(Services.MaxFields)).OpenForm(Request);
        }
    }

    /// <summary>
    /// The same for an action that takes what it is sent by name: a body that has no fields is refused, unless the action says that it
    /// takes such bodies.
    /// </summary>
    /// <exception cref="RequestBodyException">415: there is a body, and it is neither a form nor JSON.</exception>
    public FormFields RequiredForm
    {
        get
        {
            if (!Request.Body.IsEmpty && !AcceptsAnyBody && !HttpVerbs.IsSafe(Request.Verb) && !HasFields)
                throw FieldTypes.Unsupported(Request.ContentType);
            return Form;
        }
    }

    /// <summary>Whether the body is JSON, by its media type: <c>application/json</c> or <c>application/…+json</c>.</summary>
    public bool HasJsonBody => FieldTypes.IsJson(Request.ContentType);

    /// <summary>Set for an action that says which bodies it takes: one without fields is its own affair then.</summary>
    public bool AcceptsAnyBody { get; set; }

    /// <summary>Whether the body has fields: it is a form or JSON.</summary>
    internal bool HasFields => HasUpload || MediaTypes.Is(Request.ContentType, MediaTypes.Form) || HasJsonBody;

    /// <summary>
    /// The files that came with a form, in the order they were sent. They are deleted when the request has been answered.
    /// </summary>
    /// <exception cref="RequestBodyException">The form could not be read.</exception>
    public IReadOnlyList<UploadedFile> Files
    {
        get
        {
            ThrowIfUploadIsUnread();
            return _files ?? (IReadOnlyList<UploadedFile>)[];
        }
    }

    /// <summary>
    /// Whether the body is a form with files and the action wants it read, which <see cref="Steps.Uploads"/> does before the action runs.
    /// </summary>
    public bool ExpectsUpload { get; set; }

    /// <summary>Why the form with files could not be read; null when it could, or there is none.</summary>
    public Exception? UploadFault { get; internal set; }

    /// <summary>The fields of the query. Read at the first use.</summary>
    /// <exception cref="BadRequestException">There are more fields than <see cref="RequestServices.MaxFields"/>.</exception>
    public FormFields Query => (_query ??= new FormFields(Services.MaxFields)).OpenQuery(Request);

    /// <summary>Whether the body was read as a form with files.</summary>
    public bool HasUpload => _files is not null;

    /// <summary>What a step wants to hand to later steps or to the action, by name. Empty for each new request.</summary>
    public IDictionary<string, object?> Items => _items ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The length of the innermost chain that was entered; see <see cref="Chains.Chain{TOuter, TInner}"/>.</summary>
    internal int InnermostStep { get; set; }

    /// <summary>What a step waits for on the way in.</summary>
    internal ValueTask<bool> PendingRequest { get; set; }

    /// <summary>What a step waits for on the way out.</summary>
    internal ValueTask PendingResponse { get; set; }

    /// <summary>Set by <see cref="Steps.Uploads"/>: whether the stack reads forms with files.</summary>
    internal bool ReadsUploads { get; set; }

    /// <summary>Set by <see cref="Steps.Sessions"/>: whether somebody will write the session back.</summary>
    internal bool KeepsSessions { get; set; }

    /// <summary>The token of this request's forms; see <see cref="Steps.Csrf.TokenFor"/>.</summary>
    internal string? CsrfToken { get; set; }

    /// <summary>The context of an exchange that begins: the connection's own, emptied.</summary>
    /// <param name="exchange">The exchange. The context is kept in its <see cref="HttpExchange.State"/>.</param>
    /// <param name="services">What the process offers.</param>
    /// <param name="routes">The app's routes, for a form that asks for another method.</param>
    public static RequestContext Begin(HttpExchange exchange, RequestServices services, IRouteMatcher routes)
    {
        if (exchange.State is not RequestContext context || !ReferenceEquals(context._routes, routes))
        {
            context = new RequestContext(exchange, services, routes);
            exchange.State = context;
        }

        context.Clear();
        return context;
    }

    /// <summary>Notes the request's route.</summary>
    public void SetRoute(in RouteMatch route)
    {
        _route = route;
        Request.Handler = Services.HandlerOf(route.RouteId);
        IsApi = route.IsFound ? Services.IsApi(route.RouteId) : _routes.IsApiPath(Request.RawPath);
    }

    /// <summary>
    /// The route as far as it is known before a form has been read: where the path answers other methods only, the form may ask for one of
    /// them.
    /// </summary>
    public RouteMatch RouteOfForm()
    {
        if (_route.IsFound || Request.Verb != HttpVerb.Post)
            return _route;
        if (_overrideRoute.IsFound)
            return _overrideRoute;
        foreach (var verb in MethodOverride.Verbs)
        {
            if (!_route.Allow.Contains(verb))
                continue;
            _overrideVerb = verb;
            _overrideRoute = Match(verb);

            // Until its form has said more: so that a body which is refused is logged with an action.
            Request.Handler = Services.HandlerOf(_overrideRoute.RouteId);
            return _overrideRoute;
        }
        return _route;
    }

    /// <summary>A form asks for another method: the route is another one.</summary>
    internal void Override(HttpVerb verb)
    {
        Request.OverrideVerb(verb);
        SetRoute(verb == _overrideVerb && _overrideRoute.IsFound ? _overrideRoute : Match(verb));
    }

    /// <summary>A form with files is about to be read: where its text and its files go.</summary>
    internal FormFields OpenUpload(out UploadedFiles files)
    {
        _files = files = new UploadedFiles(Services.Uploads);
        Exchange.RegisterForDispose(_files);
        return (_form ??= new FormFields(Services.MaxFields)).OpenUpload();
    }

    private RouteMatch Match(HttpVerb verb) => _routes.Match(verb, Request.RawPath, Request.Host);

    private void ThrowIfUploadIsUnread()
    {
        if (UploadFault is not null)
            ExceptionDispatchInfo.Throw(UploadFault);
        if (ExpectsUpload && !ReadsUploads)
        {
            throw new InvalidOperationException(
                "This app's middleware stack reads no forms with files. Add Use<Uploads>() to config/Middleware.cs (before Sessions "
                    + "and Csrf)."
            );
        }
    }

    private void OpenSession(Session session)
    {
        if (!KeepsSessions)
        {
            throw new InvalidOperationException(
                IsApi
                    ? "An API has no session, flash or form token. Derive the controller from " + "Controller instead of ApiController."
                    : "This app's middleware stack has no Sessions step. Add Use<Sessions>() to config/Middleware.cs (before Csrf)."
            );
        }

        SessionCookie.Open(this, session);
    }

    private void Clear()
    {
        _route = default;
        _overrideRoute = default;
        _session?.Close();
        _form?.Close();
        _query?.Close();
        _files = null;
        UploadFault = null;
        _items?.Clear();
        IsApi = false;
        AcceptsAnyBody = false;
        ExpectsUpload = false;
        ReadsUploads = false;
        InnermostStep = int.MaxValue;
        KeepsSessions = false;
        CsrfToken = null;
    }
}
