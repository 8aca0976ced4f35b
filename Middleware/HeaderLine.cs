using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>A constant header, encoded once, that gives way to one that the response has already.</summary>
internal sealed class HeaderLine(string name, string value)
{
    private readonly byte[] _name = Encoding.ASCII.GetBytes(name);

    internal byte[] Line { get; } = Encoding.ASCII.GetBytes($"{name}: {value}\r\n");

    internal void AddTo(HttpResponse response)
    {
        if (!response.HasHeader(_name)) response.AddHeaderLines(Line);
    }
}
