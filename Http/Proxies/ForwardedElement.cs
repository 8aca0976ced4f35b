namespace Stryke.Web.Http.Proxies;

/// <summary>One element of a <c>Forwarded</c> field (RFC 7239 §4): values as they stand there, quoted ones without their quotes.</summary>
internal ref struct ForwardedElement
{
    public ReadOnlySpan<byte> For;
    public ReadOnlySpan<byte> Proto;
    public ReadOnlySpan<byte> Host;

    /// <summary>Takes what another element says and this one does not.</summary>
    public void FillFrom(in ForwardedElement other)
    {
        Proto = Proto.IsEmpty ? other.Proto : Proto;
        Host = Host.IsEmpty ? other.Host : Host;
    }

    /// <summary>A quoted value may hold escapes (RFC 9110 §5.6.4).</summary>
    /// <param name="value">As it stands in the field.</param>
    /// <param name="scratch">Takes the plain value where the two differ.</param>
    /// <returns>The plain value; empty when it does not fit, which no valid one does.</returns>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> value, Span<byte> scratch)
    {
        if (!value.Contains((byte)'\\'))
        {
            return value;
        }

        int length = 0;
        for (int i = 0; i < value.Length; i++)
        {
            i += value[i] == '\\' ? 1 : 0;
            if (length == scratch.Length)
            {
                return default;
            }

            scratch[length++] = value[i];
        }

        return scratch[..length];
    }
}
