using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Steps;

/// <summary>A constant header, encoded once, that gives way to one that the response has already.</summary>
internal sealed class HeaderLine(string name, string value)
{
    private readonly byte[] _name = Encoding.ASCII.GetBytes(name);

    internal HeaderLines Line { get; } = new(Encoding.ASCII.GetBytes(Text(name, value)));

    /// <summary>Several in one piece.</summary>
    internal static HeaderLines Together((string Name, string Value)[] headers) =>
        new(Encoding.ASCII.GetBytes(string.Concat(headers.Select(header => Text(header.Name, header.Value)))));

    internal bool IsIn(HttpResponse response) => response.HasHeader(_name);

    internal void AddTo(HttpResponse response)
    {
        if (!IsIn(response))
            response.AddHeaderLines(Line);
    }

    private static string Text(string name, string value) => $"{name}: {value}\r\n";
}
