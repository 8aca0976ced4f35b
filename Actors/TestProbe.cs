using System.Threading.Channels;

namespace Stryke.Web.Actors;

/// <summary>An actor for specs: it keeps what it is told until the spec asks for it.</summary>
public sealed class TestProbe<TMessage>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly Channel<TMessage> _received = Channel.CreateUnbounded<TMessage>();

    /// <summary>Makes a probe that lives on <paramref name="core"/>.</summary>
    public TestProbe(Core core)
    {
        ArgumentNullException.ThrowIfNull(core);
        Ref = core.Spawn(() => new Recorder(_received.Writer), SupervisorStrategy.AlwaysResume, "probe");
    }

    /// <summary>The probe's address, to be handed to what is tested.</summary>
    public ActorRef<TMessage> Ref { get; }

    /// <summary>The next message, in the order of arrival.</summary>
    /// <exception cref="TimeoutException">None came in time (30 s when null).</exception>
    public async Task<TMessage> ExpectAsync(TimeSpan? timeout = null)
    {
        using var patience = new CancellationTokenSource(timeout ?? DefaultTimeout);
        try
        {
            return await _received.Reader.ReadAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No {typeof(TMessage).Name} came.");
        }
    }

    /// <summary>The next <paramref name="count"/> messages.</summary>
    /// <exception cref="TimeoutException">One of them did not come in time (30 s each when null).</exception>
    public async Task<IReadOnlyList<TMessage>> ExpectAsync(int count, TimeSpan? timeout = null)
    {
        var messages = new List<TMessage>(count);
        for (int i = 0; i < count; i++)
            messages.Add(await ExpectAsync(timeout).ConfigureAwait(false));
        return messages;
    }

    /// <summary>Passes when no message comes for as long as <paramref name="silence"/>.</summary>
    /// <exception cref="InvalidOperationException">One came.</exception>
    public async Task ExpectNothingAsync(TimeSpan silence)
    {
        await Task.Delay(silence).ConfigureAwait(false);
        if (_received.Reader.TryRead(out var message))
            throw new InvalidOperationException($"No message was expected, but {message} came.");
    }

    private sealed class Recorder(ChannelWriter<TMessage> received) : Actor<TMessage>
    {
        protected internal override void Receive(TMessage message) => received.TryWrite(message);
    }
}
