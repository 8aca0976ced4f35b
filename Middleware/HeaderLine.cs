using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>A constant header, encoded once, that gives way to one that the response has already.</summary>
internal sealed class HeaderLine(string name, string value)
{
    private readonly byte[] _name = Encoding.ASCII.GetBytes(name);

    internal byte[] Line { get; } = Encoding.ASCII.GetBytes($"{name}: {value}\r\n");

    internal bool IsIn(HttpResponse response) => response.HasHeader(_name);

    internal void AddTo(HttpResponse response)
    {
        if (!IsIn(response)) response.AddHeaderLines(Line);
    }
}
