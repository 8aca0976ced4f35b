using System.Text;
using Stryke.Web.Http.Ranges;

namespace Stryke.Web.Controllers;

/// <summary>An open file, kept until it is sent.</summary>
internal sealed class FileBody(FileRepresentation file, string contentType, string? downloadName) : ResultBody
{
    public override void Write(Controller controller, ResultWriters writers)
    {
        var response = controller.Response;
        if (downloadName is not null)
            response.SetHeader("Content-Disposition", Disposition(downloadName));
        RangeResponse.Write(controller.Request, response, file, Encoding.ASCII.GetBytes(contentType));
    }

    // RFC 6266 §4.1, appendix D: a plain name for old clients, and the real one in UTF-8 behind it.
    private static string Disposition(string name)
    {
        var plain = new StringBuilder();
        foreach (char c in name)
            plain.Append(c is >= ' ' and < '\x7F' and not ('"' or '\\' or '%' or '/') ? c : '_');
        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
