using System.Text;
using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers;

// From a result to bytes in the response.
public abstract partial class Controller
{
    /// <summary>Carries a result out: writes status, headers and body. On the connection's core only.</summary>
    internal void Execute(in Result result)
    {
        switch (result.Kind)
        {
            case ResultKind.NotFound:
                ErrorPages.NotFound(Context);
                return;
            case ResultKind.BadRequest:
                ErrorPages.BadRequest(Context, (string)result.Value!);
                return;
            case ResultKind.Forbidden:
                ErrorPages.Forbidden(Context, (string)result.Value!);
                return;
        }

        // What Text or Json wrote before the action chose another answer is dropped.
        if (result.Kind != ResultKind.Written && Response.BodyLength > 0)
        {
            Response.ClearBody();
            Response.RemoveHeader("Content-Type"u8);
        }
        Response.Status = result.Status;
        switch (result.Kind)
        {
            case ResultKind.Text:
                Response.SetContentType(result.Media.Utf8());
                Encoding.UTF8.GetBytes((string)result.Value!, Response);
                break;
            case ResultKind.Body:
            case ResultKind.Streamed:
                ((ResultBody)result.Value!).Write(this, _pipeline!);
                break;
            case ResultKind.Redirect:
                Response.SetHeader("Location", (string)result.Value!);
                break;
        }
        WriteValidators();
        _cookies?.Write();
    }
}
