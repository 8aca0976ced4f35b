using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Multipart;

namespace Stryke.Web.Specs.Http.Multipart;

/// <summary>
/// Reads a whole form as an intake does, from pieces that end wherever they end, and writes down what was understood,
/// so that two ways of arriving can be compared. What the reader leaves unread is bounded, or this throws.
/// </summary>
internal sealed class FormReading
{
    public const string Type = "multipart/form-data; boundary=b";

    private readonly MultipartReader _reader;
    private readonly MultipartLimits _limits;
    private readonly StringBuilder _seen = new();
    private readonly bool _hides;
    private byte[] _unread = [];
    private bool _isInHead;

    private FormReading(string contentType, MultipartLimits limits, bool hides)
    {
        _reader = new MultipartReader(Encoding.Latin1.GetBytes(contentType), limits);
        _limits = limits;
        _hides = hides;
    }

    /// <summary>What is understood of bytes that arrive in pieces which end at the given places; the last piece ends at the end.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, IEnumerable<int> splits, string contentType = Type, MultipartLimits? limits = null) =>
        Read(bytes, splits, contentType, limits, hides: false);

    /// <summary>
    /// Byte by byte, with what need not be looked at again made to look like the end of a head: a reader that starts
    /// over is misled by it. This holds without a clock that the work is no more than the length.
    /// </summary>
    public static string OfHidden(ReadOnlySpan<byte> bytes, string contentType = Type, MultipartLimits? limits = null) =>
        Read(bytes, Enumerable.Range(1, Math.Max(0, bytes.Length - 1)), contentType, limits, hides: true);

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text), []);

    private static string Read(ReadOnlySpan<byte> bytes, IEnumerable<int> splits, string contentType, MultipartLimits? limits, bool hides)
    {
        try
        {
            var reading = new FormReading(contentType, limits ?? new MultipartLimits(), hides);
            try
            {
                int start = 0;
                foreach (int end in splits.Append(bytes.Length))
                {
                    reading.Arrive(bytes[start..end]);
                    start = end;
                }

                reading._reader.Finish();
            }
            catch (RequestBodyException refused)
            {
                reading._seen.Append(refused.Message);
            }

            return reading._seen.ToString();
        }
        catch (RequestBodyException refused)
        {
            return refused.Message;
        }
    }

    private void Arrive(ReadOnlySpan<byte> piece)
    {
        _unread = [.. _unread, .. piece];
        while (true)
        {
            var what = _reader.Read(_hides && _isInHead ? Hidden() : _unread, out int consumed);
            var content = _unread.AsSpan(0, consumed);
            _unread = _unread[consumed..];
            switch (what)
            {
                case MultipartEvent.Part:
                    _isInHead = false;
                    _seen.Append($"{_reader.Part.Name}|{_reader.Part.FileName ?? "-"}|{_reader.Part.ContentType ?? "-"}=");
                    break;
                case MultipartEvent.Data:
                    _seen.Append(Encoding.Latin1.GetString(content));
                    break;
                case MultipartEvent.PartEnd:
                    _seen.Append(";\n");
                    break;
                case MultipartEvent.End:
                    _seen.Append('.');
                    break;
                default:
                    // Behind the line of a boundary the head begins: nothing else leaves a beginning that is no boundary.
                    _isInHead = _unread.Length > 0 && (_isInHead || char.IsAsciiLetter((char)_unread[0]));
                    if (_unread.Length > Math.Max(_limits.MaxPartHeadBytes, 80))
                        throw new InvalidOperationException($"{_unread.Length} bytes are left over.");
                    return;
            }
        }
    }

    private byte[] Hidden()
    {
        byte[] shown = (byte[])_unread.Clone();
        if (shown.AsSpan().EndsWith("\r\n\r\n"u8))
            return shown;
        for (int i = 2; i < shown.Length - 4; i++)
            shown[i] = (byte)(i % 2 == 0 ? '\r' : '\n');
        return shown;
    }
}
