namespace Stryke.Web.Actors.Native;

/// <summary>Which CPUs this process may use, and the pinning of a thread to one of them.</summary>
internal static unsafe class Affinity
{
    // The process's own, read before the first thread is pinned; null while none has been.
    private static byte[]? s_processMask;

    [ThreadStatic]
    private static bool s_isFree;

    // 8,192 CPUs, the most that Linux is built for.
    private const int MaskBytes = 1024;

    /// <summary>The CPUs that the calling thread may use.</summary>
    internal static int[] AllowedCpus()
    {
        byte[] mask = ReadMask();
        var cpus = new List<int>();
        for (int cpu = 0; cpu < MaskBytes * 8; cpu++)
        {
            if ((mask[cpu >> 3] & (1 << (cpu & 7))) != 0)
                cpus.Add(cpu);
        }

        return [.. cpus];
    }

    /// <summary>
    /// Lets the calling thread, which is no core's, use all of the process's CPUs. A thread inherits the mask of the one that made it,
    /// and under Native AOT a pool thread that was made on behalf of a core would stay on that core's CPU.
    /// </summary>
    internal static void FreeCurrentThread()
    {
        if (s_isFree || Volatile.Read(ref s_processMask) is not { } processMask)
            return;
        s_isFree = true;
        fixed (byte* mask = processMask)
            _ = Libc.SetAffinity(0, MaskBytes, mask);
    }

    /// <summary>Pins the calling thread. False when the kernel refuses; the thread then runs wherever it is put.</summary>
    internal static bool TryPinCurrentThread(int cpu)
    {
        if (Volatile.Read(ref s_processMask) is null)
            Interlocked.CompareExchange(ref s_processMask, ReadMask(), null);
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        mask[cpu >> 3] = (byte)(1 << (cpu & 7));
        return Libc.SetAffinity(0, MaskBytes, mask) >= 0;
    }

    private static byte[] ReadMask()
    {
        byte[] mask = new byte[MaskBytes];
        fixed (byte* bytes = mask)
        {
            if (Libc.GetAffinity(0, MaskBytes, bytes) < 0)
                mask[0] = 1;
        }
        return mask;
    }
}
