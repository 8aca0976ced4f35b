using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Errors;

/// <summary>
/// Writes the answers to what went wrong, instead of whatever stands in the response: a page where the client takes HTML, problem details
/// (RFC 9457) where it takes JSON and in an API, a line of text otherwise. In development they explain; elsewhere they tell nothing about
/// the inside.
/// </summary>
/// <remarks>
/// Outside development, an asset named after the status (<c>public/404.html</c>, <c>public/500.html</c>) takes the place of the
/// page.
/// </remarks>
public static class ErrorPages
{
    /// <summary>400: the request cannot be understood.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reason">What is wrong with it, in a sentence that the visitor may read.</param>
    public static void BadRequest(RequestContext context, string reason) =>
        ErrorAnswer.Write(context, new ErrorReport(400, "Bad Request", reason));

    /// <summary>403: the request is understood and refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reason">Why, in a sentence that the visitor may read.</param>
    /// <param name="remedy">What can be done about it.</param>
    public static void Forbidden(RequestContext context, string reason, string? remedy = null) =>
        ErrorAnswer.Write(context, new ErrorReport(403, "Forbidden", reason) { Remedy = remedy });

    /// <summary>
    /// 401: the request needs a bearer token, or a better one; the challenge says which (RFC 9110 §15.5.2, RFC 6750 §3.1).
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="reason">Why, in a sentence that the client may read.</param>
    public static void Unauthorized(RequestContext context, string reason)
    {
        ErrorAnswer.Write(context, new ErrorReport(401, "Unauthorized", reason));
        context.Response.AddHeader(
            "WWW-Authenticate",
            BearerCredentials.IsIn(context.Request) ? "Bearer error=\"invalid_token\"" : "Bearer"
        );
    }

    /// <summary>The answer to a request that is refused for a reason that is not listed here.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">From 400 to 599.</param>
    /// <param name="reason">Why, in a sentence that the client may read.</param>
    public static void Refused(RequestContext context, int status, string reason) =>
        ErrorAnswer.Write(context, new ErrorReport(status, StatusLines.Reason(status), reason));

    /// <summary>404: nothing is here. In development, with the routes that there are when none matched.</summary>
    public static void NotFound(RequestContext context) =>
        ErrorAnswer.Write(context, new ErrorReport(404, "Not Found", "There is nothing at this address."));

    /// <summary>405: what is here does not answer this method; the <c>Allow</c> header says which it does (RFC 9110 §15.5.6).</summary>
    public static void MethodNotAllowed(RequestContext context) =>
        ErrorAnswer.Write(context, new ErrorReport(405, "Method Not Allowed", "This address does not answer that method."));

    /// <summary>500: the app failed. The exception goes to the log; in development it is explained to the visitor, too.</summary>
    public static void ServerError(RequestContext context, Exception exception)
    {
        context.Services.Log.Write(context.Request, exception);
        ErrorAnswer.Write(
            context,
            new ErrorReport(500, "Internal Server Error", "Something went wrong on our side.") { Exception = exception }
        );
    }

    /// <summary>
    /// The answer to an exception: 400 for a <see cref="BadRequestException"/>, its own status for a <see cref="RequestBodyException"/>,
    /// 404 where <see cref="RequestServices.IsNotFound"/> says so, otherwise 500.
    /// </summary>
    public static void Failed(RequestContext context, Exception exception)
    {
        if (exception is BadRequestException bad)
        {
            ErrorAnswer.Write(context, new ErrorReport(400, "Bad Request", bad.Message) { Remedy = RemedyOf(bad.Limit, context) });
        }
        else if (exception is RequestBodyException body)
        {
            ErrorAnswer.Write(
                context,
                new ErrorReport(body.Status, StatusLines.Reason(body.Status), body.Message) { Remedy = RemedyOf(body.Limit, context) }
            );
        }
        else if (context.Services.IsNotFound(exception))
        {
            NotFound(context);
        }
        else
        {
            ServerError(context, exception);
        }
    }

    private static string? RemedyOf(LimitReached? limit, RequestContext context) =>
        limit is { } reached ? context.Services.OnLimit(reached, context.Request) : null;
}
