using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

// What an action answers with.
public abstract partial class Controller
{
    /// <summary>Answers with plain text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="status">The status.</param>
    protected Result Text(string text, int status = 200) => Result.Text(text, MediaType.Text, status);

    /// <summary>Answers with plain text that is UTF-8 already. Allocates nothing.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="status">The status.</param>
    protected Result Text(ReadOnlySpan<byte> utf8, int status = 200)
    {
        if (!IsHome)
            return Result.Of(new BytesBody(utf8.ToArray(), MediaType.Text), status);
        var response = Response;
        response.ClearBody();
        response.SetContentType(MediaTypes.Text);
        response.Write(utf8);
        return Result.Written(status);
    }

    /// <summary>Answers with markup as it is. It is not escaped: never put there what came from a request.</summary>
    /// <param name="markup">Trusted markup.</param>
    /// <param name="status">The status.</param>
    protected Result Html(string markup, int status = 200) => Result.Text(markup, MediaType.Html, status);

    /// <summary>Answers with a status and no body.</summary>
    /// <param name="status">From 200 to 599.</param>
    protected Result Head(int status) => Result.Empty(status);

    /// <summary>Answers 404 with the app's page for it.</summary>
    protected Result NotFound() => Result.Error(ResultKind.NotFound, 404);

    /// <summary>Answers 404 with something of the action's own.</summary>
    /// <param name="answer">A view, a text.</param>
    protected Result NotFound(Result answer) => answer.WithStatus(404);

    /// <summary>Answers 400.</summary>
    /// <param name="reason">What is wrong with the request, in a sentence that the visitor may read.</param>
    protected Result BadRequest(string reason) => Result.Error(ResultKind.BadRequest, 400, reason);

    internal Result BadParameter(string reason) => BadRequest(reason);

    /// <summary>Answers 403.</summary>
    /// <param name="reason">Why, in a sentence that the visitor may read.</param>
    protected Result Forbidden(string reason) => Result.Error(ResultKind.Forbidden, 403, reason);

    /// <summary>Answers 422: the request is understood, and what it says is not valid (RFC 9110 §15.5.21).</summary>
    /// <param name="answer">The form again, with what is wrong.</param>
    protected Result Unprocessable(Result answer) => answer.WithStatus(422);
}
