using System.Text;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Http;

// The body, and where it is written.
public sealed partial class HttpResponse
{
    private ResponseSource? _source;
    private BodyPlace _place;
    private int _start;
    private int _bodyStart;

    /// <summary>Where the body is written.</summary>
    private enum BodyPlace : byte
    {
        /// <summary>Nothing is written yet.</summary>
        None,

        /// <summary>In the connection's output, after the room for the head.</summary>
        Output,

        /// <summary>In a buffer of its own, as the exchange is deferred.</summary>
        Detached,
    }

    /// <summary>Bytes of the body written so far.</summary>
    public int BodyLength =>
        _place switch
        {
            BodyPlace.Output => _output.Length - _bodyStart,
            BodyPlace.Detached => _detached.Length,
            _ => 0,
        };

    /// <summary>The body written so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Body =>
        _place switch
        {
            BodyPlace.Output => _output.Written(_bodyStart),
            BodyPlace.Detached => _detached.Written(),
            _ => default,
        };

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) =>
        _place == BodyPlace.Detached ? _detached.GetSpan(sizeHint) : BeginBody().GetSpan(sizeHint);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) =>
        _place == BodyPlace.Detached ? _detached.GetMemory(sizeHint) : BeginBody().GetMemory(sizeHint);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (_place == BodyPlace.Detached)
        {
            _detached.Advance(count);
        }
        else
        {
            _output.Advance(count);
        }
    }

    /// <summary>Appends bytes to the body.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_place == BodyPlace.Detached)
        {
            _detached.Write(bytes);
        }
        else
        {
            BeginBody().Write(bytes);
        }
    }

    /// <summary>Appends text to the body, as UTF-8.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>
    /// Has a source write the body while it is sent, in place of what was written so far. The source is disposed of in any case.
    /// </summary>
    public void SetSource(ResponseSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ClearBody();
        _source = source;
    }

    /// <summary>True when a <see cref="ResponseSource"/> will write the body.</summary>
    public bool HasSource => _source is not null;

    /// <summary>Removes the body. Status and fields stay.</summary>
    public void ClearBody()
    {
        _source?.Dispose();
        _source = null;
        if (_place == BodyPlace.Output)
        {
            _output.Truncate(_start);
            _place = BodyPlace.None;
        }
        else if (_place == BodyPlace.Detached)
        {
            _detached.Truncate(0);
        }
    }

    /// <summary>Takes the source out of the response; null when the body is whole.</summary>
    internal ResponseSource? TakeSource()
    {
        var source = _source;
        _source = null;
        return source;
    }

    /// <summary>
    /// Moves the body out of the output until the head is written: the output may be sent at any time, and must hold whole responses only.
    /// </summary>
    internal void DetachBody()
    {
        if (_place == BodyPlace.Output)
        {
            _detached.Write(_output.Written(_bodyStart));
            _output.Truncate(_start);
        }

        _place = BodyPlace.Detached;
    }

    private PooledBuffer BeginBody()
    {
        if (_place == BodyPlace.None)
        {
            if (_source is not null)
            {
                throw new InvalidOperationException("A source writes the body of this response.");
            }

            _start = _output.Length;
            _output.AppendGap(_heads.LastLength);
            _bodyStart = _output.Length;
            _place = BodyPlace.Output;
        }

        return _output;
    }
}
