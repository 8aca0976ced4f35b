using System.Text;
using Stryke.Web.Middleware.Errors;

namespace Stryke.Web.Controllers;

// From a result to bytes in the response.
public abstract partial class Controller
{
    /// <summary>Carries a result out: writes status, headers and body. On the connection's core only.</summary>
    internal void Execute(Result result)
    {
        if (!WriteRefusal(result))
            WriteAnswer(result);
        // Last, because an error page begins the response anew.
        _cookies?.Write();
    }

    /// <summary>Writes the page of a result that is an error.</summary>
    /// <returns>False for any other result.</returns>
    private bool WriteRefusal(Result result)
    {
        switch (result.Kind)
        {
            case ResultKind.NotFound:
                ErrorPages.NotFound(Context);
                return true;
            case ResultKind.BadRequest:
                ErrorPages.BadRequest(Context, (string)result.Value!);
                return true;
            case ResultKind.Forbidden:
                ErrorPages.Forbidden(Context, (string)result.Value!);
                return true;
            case ResultKind.Unauthorized:
                ErrorPages.Unauthorized(Context, (string)result.Value!);
                return true;
            case ResultKind.NotAcceptable:
            case ResultKind.UnsupportedMediaType:
                ErrorPages.Refused(Context, result.Status, (string)result.Value!);
                WriteVary();
                return true;
            default:
                return false;
        }
    }

    private void WriteAnswer(Result result)
    {
        var response = Response;
        // What Text or Json wrote before the action chose another answer is dropped.
        if (result.Kind != ResultKind.Written && response.BodyLength > 0)
        {
            response.ClearBody();
            response.RemoveHeader("Content-Type"u8);
        }
        response.Status = result.Status;
        switch (result.Kind)
        {
            case ResultKind.Text:
                response.SetContentType(result.Media.Utf8());
                Encoding.UTF8.GetBytes((string)result.Value!, response);
                break;
            case ResultKind.Body:
            case ResultKind.Streamed:
                ((ResultBody)result.Value!).Write(this, _writers!);
                break;
            case ResultKind.Redirect:
                response.SetHeader("Location", (string)result.Value!);
                break;
        }
        if (_etag is not null || _lastModified is not null)
            WriteValidators();
        if (_location is not null)
            WriteLocation(result);
        if (_variesByAccept)
            WriteVary();
    }
}
