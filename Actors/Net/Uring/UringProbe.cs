using System.Net.Sockets;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary>
/// Finds out whether io_uring can be used here, by using it: containers often forbid it whatever the kernel's version says.
/// </summary>
internal static class UringProbe
{
    private const uint Entries = 8;

    /// <summary>Null when it works, otherwise one line that says why not.</summary>
    internal static string? Refusal()
    {
        if (!OperatingSystem.IsLinux())
            return "io_uring is Linux's";
        try
        {
            using var ring = new Ring(Entries);
            using var buffers = new ProvidedBuffers(ring, new BufferPool(), BufferPool.SmallestBytes);
            ring.Next().Opcode = Abi.OpNop;
            int error = ring.Enter(wait: true, timeoutMs: 1000);
            if (error != 0)
                return $"io_uring_enter failed: {Native.Errno.ToException(error).Message}";
            return ring.TryTake(out var completion) && completion.Result == 0 ? null : "a first operation did not complete";
        }
        catch (SocketException refused)
        {
            return $"the kernel does not allow io_uring ({refused.Message}); containers often forbid it";
        }
        catch (PlatformNotSupportedException lacking)
        {
            return lacking.Message;
        }
    }
}
