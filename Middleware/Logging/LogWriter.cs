using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Faults;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// Takes whole lines from any thread and writes them to a stream a moment later, away from the cores, many in one write. Each core has a
/// buffer of its own: what it does for a line is one copy into that. When the stream is slower than the lines come, lines are dropped and
/// counted, and the log says how many.
/// </summary>
/// <remarks>
/// Lines of one thread keep their order. A line is written within <see cref="DelayMs"/>, or as soon as its buffer is half full.
/// </remarks>
public sealed class LogWriter
{
    /// <summary>How long a line may wait for others to be written with it, in milliseconds.</summary>
    public const int DelayMs = 50;

    /// <summary>What a buffer holds unless said otherwise, in bytes.</summary>
    public const int DefaultBufferBytes = 256 * 1024;

    private readonly Stream? _output;
    private readonly int _laneBytes;
    private readonly Lock _adding = new();
    private readonly Lock _elsewhere = new();
    private readonly Lock _writing = new();
    private readonly Action _writeLate;
    private readonly Timer? _timer;
    private LogBuffer[] _buffers;
    private long _lost;
    private long _reportedDropped;
    private int _isTimed;
    private int _isBusy;

    /// <summary>A writer to a stream, which it does not close.</summary>
    /// <param name="output">Where lines go. It may block, and it may fail.</param>
    /// <param name="format">What a line looks like.</param>
    /// <param name="bufferBytes">Bytes that may wait for each core, and for all other threads together; a power of two.</param>
    public LogWriter(Stream output, LogFormat format = LogFormat.Text, int bufferBytes = DefaultBufferBytes)
    {
        _output = output;
        _laneBytes = bufferBytes;
        Format = format;
        _writeLate = WriteLate;
        _buffers = [new LogBuffer(this, null, bufferBytes)];
        _timer = new Timer(static log => ((LogWriter)log!).WriteSoon(), this, Timeout.Infinite, Timeout.Infinite);
    }

    private LogWriter()
    {
        _buffers = [];
        _writeLate = static () => { };
    }

    /// <summary>A writer that writes nothing.</summary>
    public static LogWriter Discard { get; } = new();

    /// <summary>What a line looks like.</summary>
    public LogFormat Format { get; }

    /// <summary>
    /// The folder of the app's sources where it is on this machine: faults name the lines of the app from there. Null where it is not.
    /// </summary>
    public string? SourceRoot { get; init; }

    /// <summary>Lines that were dropped since the start: there was no room for them, or the stream failed.</summary>
    public long Dropped
    {
        get
        {
            long dropped = Interlocked.Read(ref _lost);
            foreach (var buffer in Volatile.Read(ref _buffers))
                dropped += buffer.Dropped;
            return dropped;
        }
    }

    /// <summary>Writes a line as it is: whoever calls keeps to <see cref="Format"/>.</summary>
    /// <param name="utf8Line">The line in UTF-8, without its end.</param>
    public void Write(ReadOnlySpan<byte> utf8Line)
    {
        if (_output is null)
            return;
        if (Core.Current is { } core)
        {
            BufferOf(core).Write(utf8Line);
            return;
        }

        lock (_elsewhere)
        {
            _buffers[0].Write(utf8Line);
        }
    }

    /// <summary>Tells something that is not of one request.</summary>
    /// <param name="message">A text, of several lines perhaps.</param>
    public void Write(string message)
    {
        if (_output is null)
            return;
        Write(Format == LogFormat.Json ? LogEvent.Of(message) : Encoding.UTF8.GetBytes(message));
    }

    /// <summary>Tells of a statement that the database has run, or refused.</summary>
    /// <param name="sql">The statement, without its values.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="rows">How many rows it gave or changed.</param>
    /// <param name="isFailed">Whether it failed.</param>
    /// <param name="trace">The request or job that asked for it; told in JSON only.</param>
    public void WriteQuery(string sql, TimeSpan elapsed, long rows, bool isFailed, TraceContext trace = default)
    {
        if (_output is null)
            return;
        Write(
            Format == LogFormat.Json ? QueryLine.Json(sql, elapsed, rows, isFailed, trace) : QueryLine.Text(sql, elapsed, rows, isFailed)
        );
    }

    /// <summary>Tells a fault that is not of one request.</summary>
    /// <param name="message">Where it came up.</param>
    /// <param name="fault">The fault.</param>
    public void Write(string message, Exception fault)
    {
        if (_output is null)
            return;
        Write(
            Format == LogFormat.Json
                ? LogEvent.Of(message, fault, SourceRoot)
                : Encoding.UTF8.GetBytes($"{message}: {FaultText.Of(fault, SourceRoot)}")
        );
    }

    /// <summary>Tells that a request failed, with its route.</summary>
    public void Write(HttpRequest request, Exception fault)
    {
        if (_output is null)
            return;
        Write(
            Format == LogFormat.Json
                ? LogEvent.Of(request, fault, SourceRoot)
                : Encoding.UTF8.GetBytes(LogEvent.TextOf(request, fault, SourceRoot))
        );
    }

    /// <summary>Returns when all lines so far have been written, however long the stream takes.</summary>
    public void Flush()
    {
        if (_output is not null)
            WriteAll(_output);
    }

    /// <summary>Waits for all lines so far to be written, but no longer than a time.</summary>
    /// <returns>False when the stream took longer.</returns>
    public bool Flush(TimeSpan atMost) => _output is null || DedicatedThread.TryRun(Flush, atMost);

    /// <summary>The buffer of a core. For that core's thread only.</summary>
    internal LogBuffer BufferOf(Core core)
    {
        foreach (var buffer in Volatile.Read(ref _buffers))
        {
            if (buffer.Owner == core)
                return buffer;
        }

        var added = new LogBuffer(this, core, _laneBytes);
        lock (_adding)
        {
            Volatile.Write(ref _buffers, [.. _buffers, added]);
        }

        return added;
    }

    /// <summary>A buffer has something, and nobody has been asked to come for it.</summary>
    internal void WriteLater()
    {
        if (Interlocked.Exchange(ref _isTimed, 1) == 0)
            _timer!.Change(DelayMs, Timeout.Infinite);
    }

    /// <summary>A buffer is half full. Away from the core, on a thread that is free to run on any CPU.</summary>
    internal void WriteSoon() => _ = Offload.Run(_writeLate);

    private void WriteLate()
    {
        // Whoever is at it looks once more when he has done: a stream that blocks holds one thread, not one for each time that somebody
        // came.
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
            return;
        WriteAll(_output!);
        Interlocked.Exchange(ref _isBusy, 0);
        Interlocked.Exchange(ref _isTimed, 0);
        foreach (var buffer in Volatile.Read(ref _buffers))
        {
            if (buffer.IsEmpty)
                continue;
            WriteLater();
            break;
        }
    }

    private void WriteAll(Stream output)
    {
        lock (_writing)
        {
            foreach (var buffer in Volatile.Read(ref _buffers))
                Interlocked.Add(ref _lost, buffer.WriteTo(output));
            try
            {
                ReportDropped(output);
                output.Flush();
            }
            catch (Exception failed) when (failed is IOException or ObjectDisposedException)
            {
                // As in LogBuffer: told when it can be.
            }
        }
    }

    private void ReportDropped(Stream output)
    {
        long dropped = Dropped;
        if (dropped == _reportedDropped)
            return;
        byte[] line =
            Format == LogFormat.Json
                ? LogEvent.OfDropped(dropped - _reportedDropped)
                : Encoding.UTF8.GetBytes($"... {dropped - _reportedDropped} lines dropped: the log is written slower than it grows");
        output.Write([.. line, (byte)'\n'], 0, line.Length + 1);
        _reportedDropped = dropped;
    }
}
