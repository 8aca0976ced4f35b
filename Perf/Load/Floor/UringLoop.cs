using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Floor;

/// <summary>
/// The same in completions: one multishot accept, one receive in flight for each connection, one send for all that arrived together. A send
/// that succeeds is not reported, so a request costs one completion.
/// </summary>
internal sealed unsafe class UringLoop(int port)
{
    private const byte Accept = 13,
        Close = 19,
        Send = 26,
        Receive = 27;
    private const byte Linked = 1 << 2,
        QuietSuccess = 1 << 6;
    private const ushort Multishot = 1,
        PollFirst = 1;
    private const uint More = 1 << 1,
        NoSignal = 0x4000;
    private const int Descriptors = 20_000,
        InBytes = 4 * 1024,
        OutBytes = 24 * 1024;
    private const ulong Accepted = ulong.MaxValue,
        Ignored = ulong.MaxValue - 1;

    // By descriptor; what is never touched takes no memory.
    private readonly byte* _in = (byte*)NativeMemory.Alloc(Descriptors * (nuint)InBytes);
    private readonly byte* _out = (byte*)NativeMemory.Alloc(Descriptors * (nuint)OutBytes);
    private readonly Ring _ring = new(1024);

    public void Run()
    {
        using var listener = Listening.On(port);
        int listening = (int)listener.Handle;
        AcceptAll(listening);
        while (true)
        {
            _ring.Wait();
            while (_ring.TryTake(out var completion))
            {
                if (completion.UserData == Ignored)
                    continue;
                if (completion.UserData != Accepted)
                {
                    Serve((int)completion.UserData, completion.Result);
                    continue;
                }
                if (completion.Result >= 0)
                    ReceiveFrom(completion.Result, 0);
                if ((completion.Flags & More) == 0)
                    AcceptAll(listening);
            }
        }
    }

    private void Serve(int fd, int received)
    {
        if (received <= 0)
        {
            CloseLater(fd);
            return;
        }
        var requests = new ReadOnlySpan<byte>(_in + ((nint)fd * InBytes), received);
        byte* answers = _out + ((nint)fd * OutBytes);
        int length = Answer.Write(requests, new Span<byte>(answers, OutBytes));
        bool last = Answer.IsLast(requests);

        ref var send = ref _ring.Next();
        send.Operation = Send;
        send.Flags = last ? (byte)(QuietSuccess | Linked) : QuietSuccess;
        send.Fd = fd;
        send.Address = answers;
        send.Length = (uint)length;
        send.CallFlags = NoSignal;
        send.UserData = Ignored;

        if (last)
            CloseLater(fd);
        else
            ReceiveFrom(fd, PollFirst); // There is rarely anything right after an answer: wait before trying.
    }

    private void AcceptAll(int listening)
    {
        ref var entry = ref _ring.Next();
        entry.Operation = Accept;
        entry.Modifiers = Multishot;
        entry.Fd = listening;
        entry.UserData = Accepted;
    }

    private void ReceiveFrom(int fd, ushort modifiers)
    {
        ref var entry = ref _ring.Next();
        entry.Operation = Receive;
        entry.Modifiers = modifiers;
        entry.Fd = fd;
        entry.Address = _in + ((nint)fd * InBytes);
        entry.Length = InBytes;
        entry.UserData = (ulong)fd;
    }

    private void CloseLater(int fd)
    {
        ref var entry = ref _ring.Next();
        entry.Operation = Close;
        entry.Flags = QuietSuccess;
        entry.Fd = fd;
        entry.UserData = Ignored;
    }
}
