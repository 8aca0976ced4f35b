using System.Text;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Net;
using Stryke.Web.Http;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;
using Stryke.Web.Specs.Http;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Reads everything that a client sends, as a connection does, from a real input buffer, and writes down what was
/// understood: so that two ways of arriving can be compared.
/// </summary>
internal sealed class Reading
{
    private readonly HttpOptions _options;
    private readonly InputBuffer _input = new(new BufferPool(), 64 * 1024);
    private readonly HttpRequest _request = new ExchangeHarness().Exchange.Request;
    private readonly StringBuilder _seen = new();
    private readonly StringBuilder _body = new();
    private readonly byte[]? _into;
    private RequestReader _reader;
    private BodyDecoder _decoder;
    private bool _isInStreamedBody;
    private bool _isOver;

    /// <param name="options">Limits.</param>
    /// <param name="takeBytes">0: bodies are wanted whole; otherwise they are streamed, that many bytes at a time.</param>
    /// <param name="recent">What was read before.</param>
    private Reading(HttpOptions options, int takeBytes, RecentFields recent)
    {
        _options = options;
        _into = takeBytes > 0 ? new byte[takeBytes] : null;
        _reader = new RequestReader(options, recent);
        _reader.Reset();
    }

    /// <summary>Reads bytes that arrive in pieces which end at the given places; the last piece ends at the end.</summary>
    public static string Of(byte[] bytes, IEnumerable<int> splits, HttpOptions options, int takeBytes = 0, RecentFields? recent = null)
    {
        var reading = new Reading(options, takeBytes, recent ?? new RecentFields());
        int start = 0;
        foreach (int end in splits.Append(bytes.Length))
        {
            reading.Arrive(bytes.AsSpan(start, end - start));
            start = end;
        }

        if (!reading._isOver)
        {
            reading._seen.Append(reading._reader.HasStarted ? "cut short" : "at rest");
        }

        return reading._seen.ToString();
    }

    private void Arrive(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            byte[] target = _input.BeginReceive(BufferPool.SmallestBytes, out int offset);
            int count = Math.Min(bytes.Length, target.Length - offset);
            bytes[..count].CopyTo(target.AsSpan(offset));
            _input.EndReceive(target, count);
            bytes = bytes[count..];
        }

        while (!_isOver && _input.Length > 0 && (_isInStreamedBody ? TakeBody() : ReadOn())) { }

        _input.ReleaseIfEmpty();
    }

    /// <returns>False when more has to come.</returns>
    private bool ReadOn()
    {
        switch (_reader.Read(_input.Array!, _input.Start, _input.End, _request))
        {
            case ParseStatus.Complete:
                Describe();
                _body.Append(Encoding.Latin1.GetString(_request.Body));
                EndRequest();
                return true;
            case ParseStatus.Head:
                BeginBody();
                return true;
            case ParseStatus.Invalid:
                Refuse(_reader.Error!);
                return true;
            default:
                if (_reader.IsInBody)
                {
                    _input.Consume(_reader.CloseGap(_input.Array!, _input.Start, _request));
                }

                return false;
        }
    }

    private void BeginBody()
    {
        if (_request.Head.ContentLength > _options.MaxBodyBytes)
        {
            Refuse(ProtocolErrors.BodyTooLarge);
        }
        else if (_into is null)
        {
            _reader.BufferBody(_request.Head, _options.MaxBodyBytes);
        }
        else
        {
            // What was understood counts only when the body is whole, as where it is read first.
            int before = _seen.Length;
            Describe();
            _body.Clear().Append(_seen, before, _seen.Length - before);
            _seen.Length = before;
            _decoder = new BodyDecoder(_request.Head, _options.MaxBodyBytes, _options.MaxHeadBytes);
            _input.Consume(_request.Head.Length);
            _reader.DetachBody(_request);
            _isInStreamedBody = true;
        }
    }

    private bool TakeBody()
    {
        int count = _decoder.Take(_input, _into);
        _body.Append(Encoding.Latin1.GetString(_into!, 0, count));
        if (_decoder.Error is { } error)
        {
            Refuse(error);
        }
        else if (_decoder.IsAtEnd)
        {
            _isInStreamedBody = false;
            EndRequest();
        }

        return count > 0 || !_isInStreamedBody || _isOver;
    }

    private void EndRequest()
    {
        _seen.Append(_body).Append("\n--\n");
        _body.Clear();
        _input.Consume(_reader.MessageLength);
        _request.Reset();
        _reader.Reset();
    }

    private void Refuse(ProtocolError error)
    {
        _seen.Append(error);
        _isOver = true;
    }

    private void Describe()
    {
        var head = _request.Head;
        HeadBounds.Check(head, _input.Unread);
        _seen.Append(
            $"{_request.Verb} {Text(_request.RawPath)}?{Text(_request.RawQuery)} {_request.Version} "
                + $"host={Text(_request.Host)} {head.Flags} {head.ContentLength}\n"
        );
        foreach (var field in _request.Headers)
        {
            _seen.Append($"{Text(field.Name)}={Text(field.Value)}\n");
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
