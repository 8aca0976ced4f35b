using System.Buffers;
using System.Text.Json;

namespace Stryke.Web.Controllers.Json;

/// <summary>A core's JSON writer, used for one value after the other. Values go straight into the response.</summary>
internal sealed class JsonOutput
{
    /// <summary>How deep arrays and objects may stand in each other.</summary>
    public const int MaxDepth = 64;

    private readonly JsonValueWriter _json = new(
        new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { SkipValidation = true, MaxDepth = MaxDepth })
    );

    /// <summary>Writes a value with its generated writer; a model, or a sequence of models, writes itself.</summary>
    /// <exception cref="InvalidOperationException">
    /// No writer was generated for the type, or the value is nested deeper than <see cref="MaxDepth"/>.
    /// </exception>
    public void Write<T>(IBufferWriter<byte> output, T value)
    {
        _json.Writer.Reset(output);
        try
        {
            if (JsonWriters<T>.Write is { } write)
                write(_json, value);
            else
                WriteItself(value);
            _json.Writer.Flush();
        }
        catch (Exception exception)
        {
            bool isTooDeep = exception is InvalidOperationException && _json.Writer.CurrentDepth >= MaxDepth;
            // What was not flushed must not turn up in the next value.
            _json.Writer.Reset(Stream.Null);
            _json.Abandon();
            if (isTooDeep)
                throw TooDeep(typeof(T), exception);
            throw;
        }
    }

    /// <summary>
    /// What needs no writer: the type may not have been known when the writers were generated, as that of <c>await Post.Find(id)</c>.
    /// </summary>
    private void WriteItself<T>(T value)
    {
        switch (value)
        {
            case JsonSelection selection:
                selection.Write(_json);
                break;
            case IJsonRecord record:
                _json.Record(record);
                break;
            case IEnumerable<IJsonRecord> records:
                _json.Records(records, null);
                break;
            case null:
                _json.Null();
                break;
            default:
                throw new InvalidOperationException(
                    $"No JSON writer was generated for {typeof(T)}. It is made for the type that a call of Json(…) names in the "
                        + "app's own code."
                );
        }
    }

    private static InvalidOperationException TooDeep(Type type, Exception inner) =>
        new(
            $"The {type.Name} that Json(…) was given holds objects in objects deeper than {MaxDepth}: does it hold itself? Write a "
                + "record that holds less, or a list of columns.",
            inner
        );
}
