using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// The stretch of a file that a connection sends behind its output, from the file to the socket within the kernel (sendfile(2)), or piece
/// by piece through a buffer. The value without a file is nothing to send.
/// </summary>
internal unsafe struct FileTransmission
{
    private SafeFileHandle? _file;
    private long _offset;

    /// <summary>Bytes that are still to be sent.</summary>
    internal long Left { get; private set; }

    /// <summary>True when what stood before it has left, so that it is its turn.</summary>
    internal bool IsUnderWay { get; set; }

    internal void Set(SafeFileHandle file, long offset, long count) => (_file, _offset, Left) = (file, offset, count);

    internal void Clear() => this = default;

    /// <summary>Sends as much as the socket, which must not block, takes now.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="budget">
    /// As much as the connection may send before the others of the core have their turn; what it sends is taken out of it.
    /// </param>
    /// <returns>
    /// 0, also when the socket is full; otherwise the error number, <see cref="Errno.NoData"/> for a file that has ended too early.
    /// </returns>
    internal int Send(int socket, ref FileBudget budget)
    {
        long atMost = budget.Share;
        while (Left > 0 && atMost > 0)
        {
            long offset = _offset;
            nint sent = Libc.SendFile(socket, (int)_file!.DangerousGetHandle(), &offset, (nint)Math.Min(Left, atMost));
            if (sent < 0)
            {
                int error = Errno.Last;
                if (error == Errno.Intr)
                    continue;
                return error == Errno.Again ? 0 : error;
            }
            if (sent == 0)
                return Errno.NoData;
            _offset += sent;
            Left -= sent;
            atMost -= sent;
            budget.Spend(sent);
        }
        return 0;
    }

    /// <summary>Reads the next piece, to be sent by other means; at most what is left and at most what fits.</summary>
    /// <returns>How many bytes; 0 for a file that has ended too early.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal int Read(Span<byte> piece)
    {
        int count = RandomAccess.Read(_file!, piece[..(int)Math.Min(Left, piece.Length)], _offset);
        _offset += count;
        Left -= count;
        return count;
    }
}
