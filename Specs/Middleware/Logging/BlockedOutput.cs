using System.Text;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>An output that takes nothing until it is opened.</summary>
internal sealed class BlockedOutput : MemoryStream
{
    private readonly ManualResetEventSlim _open = new();

    internal void Open() => _open.Set();

    internal string[] Lines()
    {
        lock (_open)
            return Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _open.Wait();
        lock (_open)
            base.Write(buffer, offset, count);
    }
}
