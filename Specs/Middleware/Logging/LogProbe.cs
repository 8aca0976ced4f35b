using System.Text;
using System.Text.Json;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>A log in memory.</summary>
internal sealed class LogProbe
{
    private readonly MemoryStream _output = new();

    internal LogProbe(LogFormat format = LogFormat.Json, int bufferBytes = LogWriter.DefaultBufferBytes) =>
        Log = new LogWriter(Stream.Synchronized(_output), format, bufferBytes);

    internal LogWriter Log { get; }

    /// <summary>The lines so far.</summary>
    internal string[] Lines()
    {
        Log.Flush();
        lock (_output)
        {
            string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(_output.ToArray());
            return text.Length == 0 ? [] : text[..^1].Split('\n');
        }
    }

    /// <summary>The lines once there are so many; more than that is a mistake.</summary>
    internal async Task<List<JsonElement>> Json(int count)
    {
        string[] lines = await Eventually.Sees(Lines, seen => seen.Length >= count, $"{count} lines are logged");
        if (lines.Length != count)
            throw new InvalidOperationException($"{count} lines were expected:\n{string.Join('\n', lines)}");
        return [.. lines.Select(Parse)];
    }

    internal static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;
}
