namespace Stryke.Web.Http.Http1;

/// <summary>Remembers one short host that was checked.</summary>
internal sealed class KnownHost
{
    private readonly byte[] _bytes = new byte[64];
    private int _length;

    public bool IsSame(ReadOnlySpan<byte> host) => host.Length == _length && host.SequenceEqual(_bytes.AsSpan(0, _length)) && _length > 0;

    public void Remember(ReadOnlySpan<byte> host)
    {
        if (host.TryCopyTo(_bytes))
        {
            _length = host.Length;
        }
    }
}
