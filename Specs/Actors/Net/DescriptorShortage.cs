using System.Net.Sockets;
using System.Runtime.InteropServices;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>While it lasts, the process has only a few free descriptors, and those are the highest that it may have.</summary>
internal sealed partial class DescriptorShortage : IDisposable
{
    private const int OpenFiles = 7;

    private readonly Stack<Socket> _fillers = new();
    private readonly Limit _before;

    public DescriptorShortage()
    {
        // What earlier specs left to the collector comes back now and not in between.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        StartThreads();
        Assert.Equal(0, GetLimit(OpenFiles, out _before));
        int highest = Directory.EnumerateFileSystemEntries("/proc/self/fd").Max(path => int.Parse(Path.GetFileName(path)));
        Assert.Equal(0, SetLimit(OpenFiles, _before with { Soft = (nuint)highest + 64 }));
    }

    /// <param name="free">How many descriptors are left.</param>
    public DescriptorShortage(int free)
        : this() => Leave(free);

    /// <summary>Takes all but so many descriptors.</summary>
    public void Leave(int free)
    {
        try
        {
            while (true)
                _fillers.Push(NewSocket());
        }
        catch (SocketException)
        {
            // Full. Descriptors are given out from the lowest, so the last are the highest.
        }
        if (_fillers.Count < free)
        {
            Dispose();
            Assert.Fail($"There were only {_fillers.Count} descriptors to be taken.");
        }
        for (int i = 0; i < free; i++)
            _fillers.Pop().Dispose();
    }

    /// <summary>Not connected yet. Made before the shortage, it needs no descriptor to connect.</summary>
    public static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static Queue<Socket> NewSockets(int count) => new(Enumerable.Range(0, count).Select(_ => NewSocket()));

    public void Dispose()
    {
        SetLimit(OpenFiles, _before);
        while (_fillers.TryPop(out var filler))
            filler.Dispose();
    }

    /// <summary>
    /// A thread that the run time wanted to start without a descriptor would end the process: there are enough of them
    /// before.
    /// </summary>
    private static void StartThreads()
    {
        const int Enough = 16;
        ThreadPool.GetMinThreads(out int workers, out int completions);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Enough), completions);
        using var met = new Barrier(Enough);
        Task.WaitAll(Enumerable.Range(0, Enough).Select(_ => Task.Run(() => met.SignalAndWait())));
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    // struct rlimit
    private record struct Limit(nuint Soft, nuint Hard);
}
