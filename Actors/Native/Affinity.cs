namespace Stryke.Web.Actors.Native;

/// <summary>Which CPUs this process may use, and the pinning of a thread to one of them.</summary>
internal static unsafe class Affinity
{
    // 8,192 CPUs, the most that Linux is built for.
    private const int MaskBytes = 1024;

    internal static int[] AllowedCpus()
    {
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        if (Libc.GetAffinity(0, MaskBytes, mask) < 0)
            return [0];
        var cpus = new List<int>();
        for (int cpu = 0; cpu < MaskBytes * 8; cpu++)
            if ((mask[cpu >> 3] & (1 << (cpu & 7))) != 0)
                cpus.Add(cpu);
        return [.. cpus];
    }

    /// <summary>Pins the calling thread. False when the kernel refuses; the thread then runs wherever it is put.</summary>
    internal static bool TryPinCurrentThread(int cpu)
    {
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        mask[cpu >> 3] = (byte)(1 << (cpu & 7));
        return Libc.SetAffinity(0, MaskBytes, mask) >= 0;
    }
}
