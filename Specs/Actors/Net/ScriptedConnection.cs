using System.Threading.Channels;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Net;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>
/// A connection whose behaviour a spec writes down in place, and which tells the spec what happened to it. By default it echoes.
/// </summary>
internal sealed class ScriptedConnection : ConnectionActor
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();

    public Action<ScriptedConnection> Opened { get; init; } = _ => { };

    public Action<ScriptedConnection> Received { get; init; } = c => c.Echo();

    public Action<ScriptedConnection> PeerClosed { get; init; } = c => c.End();

    public Action<ScriptedConnection> Sent { get; init; } = _ => { };

    public Action<ScriptedConnection> TimedOut { get; init; } = c => c.End();

    public Action<ScriptedConnection> Draining { get; init; } = c => c.End();

    public bool Reusable { get; init; }

    public long IdleSince { get; set; } = long.MaxValue;

    public Exception? EndedBy { get; private set; }

    public int MostUnread { get; private set; }

    public InputBuffer In => Input;

    public PooledBuffer Out => Output;

    public long Unsent => UnsentBytes;

    public void Transmit(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, long count) => SendFile(file, offset, count);

    protected internal override bool IsReusable => Reusable;

    protected internal override long IdleSinceMs => IdleSince;

    /// <summary>What happened next: opened, received, eof, sent, timeout, draining, closed.</summary>
    public Task<string> NextEvent() => _events.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Bound);

    public async Task WaitFor(string wanted)
    {
        while (await NextEvent() != wanted) { }
    }

    public int CountOf(string happened)
    {
        int count = 0;
        while (_events.Reader.TryRead(out string? next))
            count += next == happened ? 1 : 0;
        return count;
    }

    public void Echo()
    {
        Output.Write(Input.Unread);
        Input.Consume(Input.Length);
        Flush();
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        Output.Write(bytes);
        Flush();
    }

    public void End() => Close();

    public void EndAtOnce() => Close(lingers: false);

    public void Reset() => Abort();

    public void Pause() => PauseReceiving();

    public void Resume() => ResumeReceiving();

    public void Deadline(long ms) => SetTimeout(ms);

    public void NoDeadline() => ClearTimeout();

    protected internal override void OnOpened() => Tell("opened", Opened);

    protected internal override void OnReceived()
    {
        MostUnread = Math.Max(MostUnread, Input.Length);
        Tell("received", Received);
    }

    protected internal override void OnPeerClosed() => Tell("eof", PeerClosed);

    protected internal override void OnSent() => Tell("sent", Sent);

    protected internal override void OnTimeout() => Tell("timeout", TimedOut);

    protected internal override void OnDraining() => Tell("draining", Draining);

    protected internal override void OnClosed(Exception? error)
    {
        EndedBy = error;
        _events.Writer.TryWrite("closed");
    }

    private void Tell(string happened, Action<ScriptedConnection> behaviour)
    {
        behaviour(this);
        _events.Writer.TryWrite(happened);
    }
}
