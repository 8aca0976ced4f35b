using System.Buffers;
using System.Text.Json;

namespace Stryke.Web.Controllers.Json;

/// <summary>A core's JSON writer, used for one value after the other. Values go straight into the response.</summary>
internal sealed class JsonOutput
{
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { SkipValidation = true, MaxDepth = 64 });

    /// <summary>Writes a value with its generated writer.</summary>
    /// <exception cref="InvalidOperationException">No writer was generated for the type, or the value is nested deeper than 64.</exception>
    public void Write<T>(IBufferWriter<byte> output, T value)
    {
        JsonWrite<T> write = JsonWriters<T>.Write ?? throw new InvalidOperationException(
            $"No JSON writer was generated for {typeof(T)}. It is made for the type that a call of Json(…) names in the app's own code.");
        _writer.Reset(output);
        try
        {
            write(_writer, value);
            _writer.Flush();
        }
        catch
        {
            // What was not flushed must not turn up in the next value.
            _writer.Reset(Stream.Null);
            throw;
        }
    }
}
