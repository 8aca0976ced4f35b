using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

internal sealed partial class PortableReactor
{
    // A peer that fills its buffer as fast as we read must not starve the others; the rest is read in the next turn.
    private const int ReceivesPerTurn = 8;

    // As much of a file as is in memory at a time, and as one connection may move before the others of the core have their turn.
    private const int FilePieceBytes = 64 * 1024;
    private const int FileBytesPerTurn = 1 << 20;

    internal override void Settle(ConnectionActor connection)
    {
        if (!TryCarryOut(connection))
            return;
        connection.Input.ReleaseIfEmpty();
        if ((connection.Armed & Receive) != 0 || !connection.WantsToReceive)
            return;
        connection.Armed |= Receive;
        SocketOf(connection).Receiving.Start();
    }

    /// <summary>A receive of nothing is over: now there is something.</summary>
    internal void Readable(PortableSocket socket, SocketError error)
    {
        var connection = socket.Connection;
        if (!Complete(connection, Receive))
            return;
        if (error != SocketError.Success)
            CloseWithError(connection, error);
        else if (connection.WantsToReceive)
            ReceiveNow(connection, socket.Socket);

        // Otherwise nobody wants to know yet; asked again, the socket will say the same.
    }

    internal void Sent(PortableSocket socket, SocketError error, int sent)
    {
        var connection = socket.Connection;
        if (!Complete(connection, Send))
            return;
        if (error != SocketError.Success)
        {
            CloseWithError(connection, error);
            return;
        }
        Left(connection, socket, sent);
        if (!TrySend(connection))
            return;
        if (!connection.IsSending && (!connection.FlushWanted || connection.Output.Length == 0))
            connection.InvokeSent();
        Settle(connection);
    }

    /// <summary>Does what a connection asked for, but for receiving. False when it has ended.</summary>
    private bool TryCarryOut(ConnectionActor connection)
    {
        while (connection.IsOpen)
        {
            if (connection.AbortWanted)
            {
                Finish(connection, reset: true);
                return false;
            }
            if (!connection.FlushWanted || connection.IsSending)
                break;
            connection.FlushWanted = false;
            if (connection.Output.Length == 0 && connection.File.Left == 0)
                break;
            if (connection.Output.Length > 0)
                connection.TakeOutput(0);
            if (!TrySend(connection))
                return false;
            if (!connection.IsSending)
                connection.InvokeSent();
        }
        if (connection.IsOpen && connection.CloseWanted && !connection.IsSending && !connection.IsLingering)
            BeginLingering(connection);
        return connection.IsOpen;
    }

    private void ReceiveNow(ConnectionActor connection, Socket socket)
    {
        for (int i = 0; i < ReceivesPerTurn; i++)
        {
            var input = connection.Input;
            byte[] target = input.BeginReceive(connection.Acceptor.Options.ReceiveBytes, out int offset);
            int free = target.Length - offset;
            int received = socket.Receive(target.AsSpan(offset), SocketFlags.None, out var error);
            input.EndReceive(target, error == SocketError.Success ? received : 0);
            if (error == SocketError.WouldBlock)
                break;
            if (error != SocketError.Success)
            {
                CloseWithError(connection, error);
                return;
            }
            if (received == 0)
            {
                EndOfInput(connection);
                return;
            }
            if (connection.IsLingering)
            {
                input.Clear();
            }
            else
            {
                connection.InvokeReceived();
                if (!TryCarryOut(connection))
                    return;
            }
            // Less than there was room for: the socket is empty, which waiting for more will confirm.
            if (received < free || !connection.WantsToReceive)
                break;
        }
        Settle(connection);
    }

    private void EndOfInput(ConnectionActor connection)
    {
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
    /// Sends until everything has left, the socket is full, or others should have their turn; then the rest waits for the socket. False
    /// when the connection is lost.
    /// </summary>
    private bool TrySend(ConnectionActor connection)
    {
        var socket = SocketOf(connection);
        int budget = FileBytesPerTurn;
        while (connection.Sending is not null || connection.File.Left > 0)
        {
            if (connection.Sending is null && !TryLoadFile(connection))
                return false;
            int left = connection.SendEnd - connection.SendOffset;
            if (budget > 0)
            {
                int sent = socket.Socket.Send(connection.Sending.AsSpan(connection.SendOffset, left), SocketFlags.None, out var error);
                if (error is not (SocketError.Success or SocketError.WouldBlock))
                {
                    CloseWithError(connection, error);
                    return false;
                }
                Left(connection, socket, sent);
                budget -= sent;
                if (sent == left)
                    continue;
            }
            connection.Armed |= Send;
            socket.Sending.Start(connection.Sending!, connection.SendOffset, connection.SendEnd);
            break;
        }
        return true;
    }

    private static void Left(ConnectionActor connection, PortableSocket socket, int sent)
    {
        socket.TakenBytes += sent;
        connection.SendOffset += sent;
        if (connection.SendOffset == connection.SendEnd)
            connection.EndSending();
    }

    /// <summary>Puts the file's next piece where the output was. False when the connection is lost with the file.</summary>
    private bool TryLoadFile(ConnectionActor connection)
    {
        connection.BeginFile();
        connection.Sending = Core.Buffers.Rent(FilePieceBytes);
        try
        {
            connection.SendEnd = connection.File.Read(connection.Sending.AsSpan(0, FilePieceBytes));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            connection.Error ??= fault;
            Core.ReportFault(fault, connection.GetType().Name);
            Finish(connection, reset: true);
            return false;
        }
        connection.EndFile();
        if (connection.SendEnd > 0)
            return true;
        AbortFile(connection);
        return false;
    }
}
