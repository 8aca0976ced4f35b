using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>
/// Everything that can be told of a head after reading it, so that two readings can be compared. No head: the status of
/// the refusal, or 0 for more bytes needed.
/// </summary>
internal sealed record HeadReading(
    int Refusal,
    string? Reason,
    string Verb,
    HttpVersion Version,
    string Path,
    string Query,
    string Host,
    string Fields,
    long ContentLength,
    HeadFlags Flags,
    int Length
)
{
    /// <summary>
    /// Reads bytes that arrive in pieces which end at the given places; the last piece ends at the end. Then reads them
    /// again, by one that remembers their fields: it must understand the same.
    /// </summary>
    public static HeadReading Of(byte[] message, IEnumerable<int> splits, HttpOptions? limits = null)
    {
        var recent = new RecentFields();
        var reading = Of(message, splits, limits ?? new HttpOptions(), recent);
        Assert.Equal(reading, Of(message, [], limits ?? new HttpOptions(), recent));
        return reading;
    }

    /// <summary>Reads bytes once, by one that remembers.</summary>
    public static HeadReading Of(byte[] message, IEnumerable<int> splits, HttpOptions limits, RecentFields recent)
    {
        var head = new RequestHead();
        var parser = new RequestParser(limits, recent);
        foreach (int end in splits.Append(message.Length))
        {
            var status = parser.Parse(message.AsSpan(0, end), head);
            if (status == ParseStatus.Invalid)
            {
                return Refused(parser.Error!);
            }

            if (status == ParseStatus.Complete)
            {
                return Of(message, head);
            }
        }

        return Nothing;
    }

    public static HeadReading Nothing => NotRead(0, null);

    public static HeadReading Refused(ProtocolError error) => NotRead(error.Status, error.ToString());

    public static HeadReading Of(string message, HttpOptions? limits = null) => Of(Encoding.Latin1.GetBytes(message), [], limits);

    /// <summary>Describes a head that was read.</summary>
    public static HeadReading Of(byte[] message, RequestHead head)
    {
        var fields = new StringBuilder();
        foreach (var line in head.Fields)
        {
            fields
                .Append(Text(line.Name(message.AsSpan(head.FieldsStart))))
                .Append('=')
                .Append(Text(line.Value(message.AsSpan(head.FieldsStart))))
                .Append('|');
        }

        return new HeadReading(
            0,
            null,
            head.Verb.ToString(),
            head.Version,
            Text(head.Path.Of(message)),
            Text(head.Query.Of(message)),
            Text(head.Host.Of(message)),
            fields.ToString(),
            head.ContentLength,
            head.Flags,
            head.Length
        );
    }

    private static HeadReading NotRead(int refusal, string? reason) =>
        new(refusal, reason, "", default, "", "", "", "", 0, HeadFlags.None, 0);

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
