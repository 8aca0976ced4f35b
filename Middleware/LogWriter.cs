using System.Text;

namespace Stryke.Web.Middleware;

/// <summary>
/// Takes whole lines from any core and writes them to a stream later, on the thread pool, many in one write. What a core does
/// for a line is one copy into a buffer.
/// </summary>
/// <remarks>Lines of one thread keep their order. When the stream is slower than the lines come, lines are dropped and counted.</remarks>
public sealed class LogWriter : IThreadPoolWorkItem
{
    private const int MaxPendingBytes = 1 << 20;

    private readonly Stream? _output;
    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private byte[] _pending = [];
    private byte[] _spare = [];
    private int _length;
    private long _dropped;
    private bool _scheduled;

    /// <summary>A writer to a stream, which it does not close.</summary>
    public LogWriter(Stream output) => _output = output;

    private LogWriter()
    {
    }

    /// <summary>A writer that writes nothing.</summary>
    public static LogWriter Discard { get; } = new();

    /// <summary>Writes a line.</summary>
    /// <param name="utf8Line">The line in UTF-8, without its end.</param>
    public void Write(ReadOnlySpan<byte> utf8Line)
    {
        if (_output is null) return;
        lock (_gate)
        {
            if (_length + utf8Line.Length + 1 > MaxPendingBytes)
            {
                _dropped++;
                return;
            }

            Reserve(utf8Line.Length + 1);
            utf8Line.CopyTo(_pending.AsSpan(_length));
            _length += utf8Line.Length;
            _pending[_length++] = (byte)'\n';
            if (_scheduled) return;
            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Writes a line, or several.</summary>
    /// <param name="line">The text, without the end of its last line.</param>
    public void Write(string line) => Write(Encoding.UTF8.GetBytes(line));

    /// <summary>Returns when all lines so far have been written.</summary>
    public void Flush() => WritePending();

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => WritePending();

    private void WritePending()
    {
        if (_output is null) return;
        lock (_writing)
        {
            byte[] full;
            int length;
            long dropped;
            lock (_gate)
            {
                (full, _pending, _spare) = (_pending, _spare, []);
                (length, _length) = (_length, 0);
                (dropped, _dropped) = (_dropped, 0);
                _scheduled = false;
            }

            try
            {
                _output.Write(full, 0, length);
                if (dropped > 0) _output.Write(Encoding.UTF8.GetBytes($"... {dropped} lines dropped: the log is written slower than it grows\n"));
                _output.Flush();
            }
            catch (IOException)
            {
                // Whoever read the log has gone (a closed pipe). Requests must not fail because of it.
            }

            lock (_gate)
            {
                _spare = full;
            }
        }
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes <= _pending.Length) return;
        Array.Resize(ref _pending, Math.Max(4096, Math.Max(_pending.Length * 2, _length + bytes)));
    }
}
