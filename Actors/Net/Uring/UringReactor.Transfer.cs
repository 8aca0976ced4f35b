using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Uring;

internal sealed unsafe partial class UringReactor
{
    internal override void Settle(ConnectionActor connection)
    {
        while (connection.IsOpen)
        {
            if (connection.AbortWanted)
            {
                Finish(connection, reset: true);
                return;
            }
            if (connection.FlushWanted && !connection.IsSending)
            {
                connection.FlushWanted = false;
                if (connection.Output.Length > 0)
                {
                    connection.TakeOutput(0);
                    SubmitSend(connection);
                }
                else if (connection.File.Left > 0)
                {
                    AwaitRoom(connection);
                }
            }
            // What came while nobody wanted it is announced when it is wanted again.
            if (!connection.Input.HasHeld || !connection.IsReceivingWanted)
                break;
            connection.Input.TakeHeld();
            connection.InvokeReceived();
        }
        if (!connection.IsOpen)
            return;
        if (connection.CloseWanted && !connection.IsSending && !connection.IsLingering)
        {
            BeginLingering(connection);
            if (!connection.IsOpen)
                return;
        }
        connection.Input.ReleaseIfEmpty();
        if ((connection.Armed & Operations.Receive) == 0 && !connection.Input.HasHeld && connection.WantsToReceive)
            SubmitReceive(connection);
    }

    private void SubmitReceive(ConnectionActor connection)
    {
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpReceive;
        sqe.Fd = connection.Fd;
        sqe.Modifiers = connection.HasMore ? (ushort)0 : Abi.ModifierPollFirst;
        sqe.UserData = Operations.UserData(Operations.Receive, connection.Generation, connection.Fd);
        connection.Armed |= Operations.Receive;
        var input = connection.Input;
        input.PrepareBulk();
        // An input that holds an array with much room waits for the rest of something large: no detour through a small buffer.
        if (input.Free >= ReceiveBytes)
        {
            connection.ReceiveTarget = input.Lend();
            connection.ReceiveOffset = input.End;
            sqe.Address = AddressOf(connection.ReceiveTarget, input.End);
            sqe.Length = (uint)input.Free;
        }
        else
        {
            connection.ReceiveTarget = null;
            connection.ReceiveOffset = 0;
            sqe.Flags = Abi.SqeBufferSelect;
            sqe.BufferGroup = ProvidedBuffers.Group;
        }
    }

    // Pool arrays lie on the pinned heap, so their address holds as long as somebody keeps them.
    private static ulong AddressOf(byte[] array, int offset) =>
        (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + (uint)offset;

    private void Received(ConnectionActor connection, in Cqe completion)
    {
        int received = completion.Result;
        connection.HasMore = (completion.Flags & Abi.CompletionSocketNonEmpty) != 0;
        byte[]? buffer = connection.ReceiveTarget;
        if ((completion.Flags & Abi.CompletionBuffer) != 0)
            buffer = _buffers.Take(completion.BufferId);
        if (received > 0)
            connection.Input.Hold(buffer!, connection.ReceiveOffset, received);
        else if (connection.ReceiveTarget is not null)
            connection.Input.TakeBackUnused();
        else if (buffer is not null)
            Core.Buffers.Return(buffer);
        connection.ReceiveTarget = null;
        if (!Complete(connection, Operations.Receive))
            return;
        if (received > 0)
        {
            if (connection.IsLingering)
                connection.Input.Clear();
            Settle(connection);
            return;
        }
        if (received == 0)
        {
            EndOfInput(connection);
            return;
        }
        int error = -received;
        if (error == Errno.NoBuffers)
        {
            // There is one by now, or after this turn, and the data is there.
            connection.HasMore = true;
            _missedBuffers++;
        }
        if (error is Errno.NoBuffers or Errno.Again or Errno.Intr)
            Settle(connection);
        else
            CloseWithError(connection, error);
    }

    private void EndOfInput(ConnectionActor connection)
    {
        if (connection.IsLingering)
        {
            connection.IsPeerClosed = true;
            Finish(connection, reset: false);
        }
        else if (connection.IsReceivingWanted)
        {
            connection.IsPeerClosed = true;
            connection.InvokePeerClosed();
            Settle(connection);
        }

        // Otherwise nobody wants to know yet; asked again, the socket will say the same.
    }

    private void SubmitSend(ConnectionActor connection)
    {
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpSend;
        sqe.Fd = connection.Fd;
        sqe.Address = AddressOf(connection.Sending!, connection.SendOffset);
        sqe.Length = (uint)(connection.SendEnd - connection.SendOffset);
        // What a peer on the network has taken, its acknowledgements tell. On a Unix socket only the sends do, so none waits for the whole.
        sqe.CallFlags = Constants.MessageNoSignal | (connection.Acceptor.IsOfNetwork ? Constants.MessageWaitAll : 0u);
        sqe.UserData = Operations.UserData(Operations.Send, connection.Generation, connection.Fd);
        connection.Armed |= Operations.Send;
    }

    private void Sent(ConnectionActor connection, int sent)
    {
        if (!Complete(connection, Operations.Send))
            return;
        if (sent < 0 && -sent is not (Errno.Again or Errno.Intr))
        {
            CloseWithError(connection, -sent);
            return;
        }
        connection.SendOffset += Math.Max(sent, 0);
        if (connection.SendOffset < connection.SendEnd)
        {
            SubmitSend(connection);
            return;
        }
        connection.EndSending();
        if (connection.File.Left > 0)
        {
            AwaitRoom(connection);
            return;
        }
        if (!connection.FlushWanted || connection.Output.Length == 0)
            connection.InvokeSent();
        Settle(connection);
    }

    private void AwaitRoom(ConnectionActor connection)
    {
        connection.BeginFile();
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpPollAdd;
        sqe.Fd = connection.Fd;
        sqe.CallFlags = Abi.PollOut;
        sqe.UserData = Operations.UserData(Operations.Room, connection.Generation, connection.Fd);
        connection.Armed |= Operations.Room;
    }

    private void SendFile(ConnectionActor connection, int polled)
    {
        if (!Complete(connection, Operations.Room))
            return;
        // io_uring has no sendfile, and its splice goes to a thread of the kernel. The socket blocks, as io_uring wants it, but for this
        // call.
        _ = Libc.FileControl(connection.Fd, Constants.ControlSetFlags, Constants.SocketNonBlocking);
        int error = polled < 0 ? -polled : SendFromFile(connection);
        _ = Libc.FileControl(connection.Fd, Constants.ControlSetFlags, 0);
        if (error == Errno.NoData)
        {
            AbortFile(connection);
            return;
        }
        if (error != 0)
        {
            CloseWithError(connection, error);
            return;
        }
        if (connection.File.Left > 0)
        {
            AwaitRoom(connection);
            return;
        }
        connection.EndFile();
        if (!connection.FlushWanted || connection.Output.Length == 0)
            connection.InvokeSent();
        Settle(connection);
    }
}
