using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Native;

/// <summary>Packets on a Unix socket that carry descriptors beside their bytes (unix(7), <c>SCM_RIGHTS</c>). Blocking.</summary>
internal static unsafe class ControlMessages
{
    private const int Rights = 1,
        CloseOnExec = 0x4000_0000,
        Truncated = 0x8 | 0x20;

    // struct cmsghdr: its own length with what follows, level, type; what follows begins at a multiple of a pointer, as these do.
    private static readonly int HeaderBytes = sizeof(nint) + (2 * sizeof(int));

    /// <returns>0 or the error number.</returns>
    internal static int Send(int fd, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> descriptors)
    {
        int controlBytes = HeaderBytes + (descriptors.Length * sizeof(int));
        byte* control = stackalloc byte[Aligned(controlBytes)];
        Unsafe.InitBlock(control, 0, (uint)Aligned(controlBytes));
        *(nint*)control = controlBytes;
        ((int*)(control + sizeof(nint)))[0] = Constants.LevelSocket;
        ((int*)(control + sizeof(nint)))[1] = Rights;
        descriptors.CopyTo(new Span<int>(control + HeaderBytes, descriptors.Length));
        fixed (byte* first = bytes)
        {
            var vector = new Vector { Address = first, Length = bytes.Length };
            var header = new Header { Vectors = &vector, VectorCount = 1 };
            if (descriptors.Length > 0)
            {
                header.Control = control;
                header.ControlLength = Aligned(controlBytes);
            }
            nint sent;
            while ((sent = Libc.SendMessage(fd, &header, Constants.MessageNoSignal)) < 0 && Errno.Last == Errno.Intr) { }
            return sent < 0 ? Errno.Last : 0;
        }
    }

    /// <summary>Receives one packet.</summary>
    /// <param name="fd">The socket.</param>
    /// <param name="buffer">Where its bytes go.</param>
    /// <param name="descriptors">Its descriptors are added here; children do not get them.</param>
    /// <param name="mostDescriptors">How many there may be.</param>
    /// <returns>
    /// How many bytes, 0 at the end; below zero the negative error number. <see cref="Errno.TooManyFiles"/>: they do not all fit into this
    /// process.
    /// </returns>
    internal static int Receive(int fd, Span<byte> buffer, List<int> descriptors, int mostDescriptors)
    {
        int capacity = Aligned(HeaderBytes + (mostDescriptors * sizeof(int)));
        byte* control = stackalloc byte[capacity];
        fixed (byte* first = buffer)
        {
            var vector = new Vector { Address = first, Length = buffer.Length };
            var header = new Header
            {
                Vectors = &vector,
                VectorCount = 1,
                Control = control,
                ControlLength = capacity,
            };
            nint received;
            while ((received = Libc.ReceiveMessage(fd, &header, CloseOnExec)) < 0 && Errno.Last == Errno.Intr) { }
            if (received < 0)
                return -Errno.Last;
            if (header.ControlLength >= HeaderBytes && ((int*)(control + sizeof(nint)))[1] == Rights)
                descriptors.AddRange(new ReadOnlySpan<int>(control + HeaderBytes, ((int)*(nint*)control - HeaderBytes) / sizeof(int)));
            return (header.Flags & Truncated) == 0 ? (int)received : -Errno.TooManyFiles;
        }
    }

    private static int Aligned(int bytes) => (bytes + sizeof(nint) - 1) & -sizeof(nint);

    // struct iovec
    [StructLayout(LayoutKind.Sequential)]
    private struct Vector
    {
        internal byte* Address;
        internal nint Length;
    }

    // struct msghdr
    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        internal void* Name;
        internal int NameLength;
        internal Vector* Vectors;
        internal nint VectorCount;
        internal void* Control;
        internal nint ControlLength;
        internal int Flags;
    }
}
