using System.Buffers;
using System.Text;

namespace Stryke.Web.Specs.Views;

/// <summary>
/// An output that never gives more than it is asked for, so that a writer comes to every edge; of an array, or of
/// native memory.
/// </summary>
internal sealed class SmallBuffer(bool native) : IBufferWriter<byte>
{
    private readonly MemoryStream _written = new();
    private byte[] _bytes = [];
    private Native? _native;

    public string Text => Encoding.UTF8.GetString(_written.ToArray());

    public void Advance(int count)
    {
        ReadOnlySpan<byte> given = native ? _native!.GetSpan() : _bytes;
        _written.Write(given[..count]);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _bytes = new byte[Math.Max(1, sizeHint)];
        _native = new Native(_bytes.Length);
        return native ? _native.Memory : _bytes;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Memory behind which no array shows.</summary>
    private sealed class Native(int length) : MemoryManager<byte>
    {
        private readonly byte[] _hidden = new byte[length];

        public override Span<byte> GetSpan() => _hidden;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing) { }
    }
}
