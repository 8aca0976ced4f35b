using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Epoll;

internal sealed unsafe partial class EpollReactor
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
            if (!connection.FlushWanted || connection.IsSending)
                break;
            connection.FlushWanted = false;
            if (connection.Output.Length == 0 && connection.File.Left == 0)
                break;
            if (connection.Output.Length > 0 && !TrySend(connection))
                return;
            if (connection.Sending is null && connection.File.Left > 0 && !TrySendFile(connection))
                return;
            if (!connection.IsSending)
                connection.InvokeSent();
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
        uint wanted = (connection.WantsToReceive ? EpollEvents.In : 0) | (connection.IsSending ? EpollEvents.Out : 0);
        // Interest in reading is dropped only when an event comes that nobody wants: a pause is mostly over before that.
        if ((wanted & ~connection.Armed) != 0 || (connection.Armed & ~wanted & EpollEvents.Out) != 0)
            SetInterest(connection, wanted);
    }

    internal override void Finish(ConnectionActor connection, bool reset) => Release(connection, reset);

    private void Receive(ConnectionActor connection)
    {
        for (int i = 0; i < ReceivesPerEvent; i++)
        {
            var input = connection.Input;
            byte[] target = input.BeginReceive(connection.Acceptor.Options.ReceiveBytes, out int offset);
            int free = target.Length - offset;
            nint received;
            fixed (byte* bytes = &target[offset])
                received = Libc.Receive(connection.Fd, bytes, free, 0);
            int error = received < 0 ? Errno.Last : 0;
            input.EndReceive(target, (int)Math.Max(received, 0));
            if (received <= 0)
            {
                ReceiveEnded(connection, error);
                return;
            }
            if (connection.IsLingering)
            {
                input.Clear();
            }
            else
            {
                connection.InvokeReceived();
                Settle(connection);
            }
            // Less than there was room for: the socket is empty, which asking again would only confirm.
            if (received < free || !connection.IsOpen || !connection.WantsToReceive)
                return;
        }
    }

    private void ReceiveEnded(ConnectionActor connection, int error)
    {
        connection.Input.ReleaseIfEmpty();
        if (error is Errno.Again or Errno.Intr)
            return;
        if (error != 0)
        {
            CloseWithError(connection, error);
            return;
        }
        connection.IsPeerClosed = true;
        if (connection.IsLingering)
        {
            Finish(connection, reset: false);
            return;
        }
        connection.InvokePeerClosed();
        Settle(connection);
    }

    /// <summary>
    /// Sends the output. False when the connection is lost. What the kernel does not take waits in
    /// <see cref="ConnectionActor.Sending"/>.
    /// </summary>
    private bool TrySend(ConnectionActor connection)
    {
        var output = connection.Output;
        int length = output.Length;
        int sent = Send(connection, output.Array, 0, length);
        if (sent < 0)
            return false;
        if (sent == length)
            output.Release();
        else
            connection.TakeOutput(sent);
        return true;
    }

    private void ContinueSending(ConnectionActor connection)
    {
        if (connection.Sending is not null)
        {
            int sent = Send(connection, connection.Sending, connection.SendOffset, connection.SendEnd - connection.SendOffset);
            if (sent < 0)
                return;
            connection.SendOffset += sent;
            if (connection.SendOffset < connection.SendEnd)
                return;
            connection.EndSending();
        }
        if (connection.File.Left > 0 && !TrySendFile(connection))
            return;
        if (connection.IsSending)
            return;
        if (!connection.FlushWanted || connection.Output.Length == 0)
            connection.InvokeSent();
        Settle(connection);
    }

    /// <summary>
    /// Sends on from the file. False when the connection is lost; what the kernel does not take now goes when there is room.
    /// </summary>
    private bool TrySendFile(ConnectionActor connection)
    {
        connection.BeginFile();
        int error = SendFromFile(connection);
        connection.EndFile();
        if (error == 0)
            return true;
        if (error == Errno.NoData)
            AbortFile(connection);
        else
            CloseWithError(connection, error);
        return false;
    }

    /// <summary>How much the kernel took, 0 when it is full, -1 when the connection is lost (and finished).</summary>
    private int Send(ConnectionActor connection, byte[] array, int offset, int length)
    {
        fixed (byte* source = &array[offset])
        {
            while (true)
            {
                nint sent = Libc.Send(connection.Fd, source, length, Constants.MessageNoSignal);
                if (sent >= 0)
                    return (int)sent;
                int error = Errno.Last;
                if (error == Errno.Again)
                    return 0;
                if (error == Errno.Intr)
                    continue;
                CloseWithError(connection, error);
                return -1;
            }
        }
    }
}
