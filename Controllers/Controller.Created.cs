namespace Stryke.Web.Controllers;

// Where a new thing is.
public abstract partial class Controller
{
    private string? _location;

    /// <summary>
    /// Answers 201: something was made, and it is there from now on (RFC 9110 §15.3.2): <c>Created(Paths.ApiV1Post(post), Json(post))</c>.
    /// </summary>
    /// <param name="location">Its path, from <c>Paths</c>; sent as <c>Location</c>.</param>
    /// <param name="answer">What shows it; nothing when absent.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is not a path of this site.</exception>
    protected Result Created(string location, Result? answer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (!LocalPath.Is(location))
            throw new ArgumentException($"\"{location}\" is not a path of this site.", nameof(location));
        _location = location;
        return (answer ?? Result.Empty(201)).WithStatus(201);
    }

    /// <summary>Answers 204: it is done, and there is nothing to show.</summary>
    protected Result NoContent() => Result.Empty(204);

    /// <summary>The place that <see cref="Created"/> left; written with a 201, whatever thread it came from.</summary>
    private void WriteLocation(Result result)
    {
        if (_location is not null && result.Status == 201)
            Response.SetHeader("Location", _location);
    }
}
