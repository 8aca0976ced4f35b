using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary>
/// io_uring. Everything that a turn asks for (receives, sends, cancels) is handed over together with the wait, in one call to the kernel.
/// A connection has at most one receive and one send in flight.
/// </summary>
internal sealed unsafe partial class UringReactor : DescriptorReactor
{
    private const uint Entries = 512;
    private const int ReceiveBytes = 4096;

    // What is asked for while completions are handled may complete at once: without an end to them the turn would have none either.
    private const int CompletionsPerTurn = 512;

    // Where the counts read from the event descriptors go; nobody looks at them.
    private static readonly byte[] WakeSink = GC.AllocateArray<byte>(sizeof(ulong), pinned: true);

    private readonly Ring _ring;
    private readonly ProvidedBuffers _buffers;
    private int _missedBuffers;

    // A blocking event descriptor: io_uring answers EAGAIN for a non-blocking one where it should wait.
    internal UringReactor(Core core)
        : base(core, Constants.EventFdCloseOnExec)
    {
        _ring = new Ring(Entries);
        _buffers = new ProvidedBuffers(_ring, core.Buffers, ReceiveBytes);
        ArmWake();
    }

    internal override int ReadyBuffers => _buffers.Count;

    internal override void Wait(int timeoutMs) => _ring.Enter(wait: timeoutMs != 0, timeoutMs);

    protected override void DispatchEvents()
    {
        for (int i = 0; i < CompletionsPerTurn && _ring.TryTake(out var completion); i++)
        {
            switch (Operations.Kind(completion.UserData))
            {
                case Operations.Receive:
                    Received(Owner(completion), completion);
                    break;
                case Operations.Send:
                    Sent(Owner(completion), completion.Result);
                    break;
                case Operations.Room:
                    SendFile(Owner(completion), completion.Result);
                    break;
                case Operations.Accept:
                    Accepted(Operations.Fd(completion.UserData), completion);
                    break;
                case Operations.Wake:
                    ArmWake();
                    break;
                default:
                    // A cancel has done its work in the completion of what it cancelled.
                    break;
            }
        }
        if (_missedBuffers == 0)
            return;
        _buffers.Add(_missedBuffers);
        _missedBuffers = 0;
    }

    internal override void SettleAll()
    {
        while (TryTakeUnsettled(out var connection))
            Settle(connection);
    }

    internal override void Finish(ConnectionActor connection, bool reset)
    {
        if (!connection.IsOpen)
            return;
        connection.IsOpen = false;
        connection.EndsWithReset = reset;
        if (connection.Armed == 0)
        {
            Release(connection, reset);
            return;
        }
        // The kernel may still read and write the connection's buffers: it is closed when the last completion is here.
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpCancel;
        sqe.Fd = connection.Fd;
        sqe.CallFlags = Abi.CancelAll | Abi.CancelByFd;
        sqe.UserData = Operations.UserData(Operations.Cancel, 0, connection.Fd);
    }

    public override void Dispose()
    {
        _ring.Dispose();
        _buffers.Dispose();
        base.Dispose();
    }

    /// <summary>A connection stays in the table until its last completion, so that there is always an owner.</summary>
    private ConnectionActor Owner(in Cqe completion) =>
        Connections.Find(Operations.Fd(completion.UserData), Operations.Generation(completion.UserData))
        ?? throw new InvalidOperationException("A completion came for a connection that has none in flight.");

    /// <summary>Marks an operation as done. False when the connection has ended; with its last operation it is closed.</summary>
    private bool Complete(ConnectionActor connection, uint operation)
    {
        connection.Armed &= ~operation;
        if (connection.IsOpen)
            return true;
        if (connection.Armed == 0)
            Release(connection, connection.EndsWithReset);
        return false;
    }

    private void ArmWake()
    {
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpRead;
        sqe.Fd = WakeFd;
        sqe.Address = (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(WakeSink));
        sqe.Length = sizeof(ulong);
        sqe.UserData = Operations.UserData(Operations.Wake, 0, WakeFd);
    }
}
