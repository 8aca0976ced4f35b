using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary>
/// One io_uring: two rings shared with the kernel. Requests are written into one and handed over all together with the wait; completions
/// are read from the other. For the thread that made it.
/// </summary>
internal sealed unsafe class Ring : IDisposable
{
    // The best first. SINGLE_ISSUER and DEFER_TASKRUN (6.1): completions are worked out only when this thread asks, so it is never
    // interrupted.
    private static readonly uint[] Setups = [Abi.SetupSingleIssuer | Abi.SetupDeferTaskRun, Abi.SetupCoopTaskRun, 0];

    private readonly int _fd;
    private readonly byte* _rings;
    private readonly nint _ringsBytes;
    private readonly Sqe* _sqes;
    private readonly nint _sqesBytes;
    private readonly uint* _submissionHead;
    private readonly uint* _submissionTail;
    private readonly uint _submissionMask;
    private readonly uint _submissionEntries;
    private readonly uint* _completionHead;
    private readonly uint* _completionTail;
    private readonly uint _completionMask;
    private readonly Cqe* _cqes;
    private uint _tail;

    /// <exception cref="System.Net.Sockets.SocketException">The kernel refuses.</exception>
    /// <exception cref="PlatformNotSupportedException">It lacks something that is needed here.</exception>
    internal Ring(uint entries)
    {
        RingParameters parameters = default;
        _fd = Setup(entries, ref parameters);
        // 5.11; everything older also lacks the buffer rings.
        const uint Needed = Abi.FeatureSingleMap | Abi.FeatureNoDrop | Abi.FeatureExtendedArgument;
        if ((parameters.Features & Needed) != Needed)
        {
            _ = Libc.Close(_fd);
            throw new PlatformNotSupportedException("the kernel's io_uring is too old");
        }
        SetupFlags = parameters.Flags;
        ref var submission = ref parameters.Submission;
        ref var completion = ref parameters.Completion;
        _ringsBytes = (nint)
            Math.Max(
                submission.Array + (parameters.SubmissionEntries * sizeof(uint)),
                completion.Cqes + (parameters.CompletionEntries * (uint)sizeof(Cqe))
            );
        _sqesBytes = (nint)(parameters.SubmissionEntries * (uint)sizeof(Sqe));
        _rings = (byte*)Map(_ringsBytes, Abi.OffsetRings);
        _sqes = (Sqe*)Map(_sqesBytes, Abi.OffsetSqes);
        _submissionHead = (uint*)(_rings + submission.Head);
        _submissionTail = (uint*)(_rings + submission.Tail);
        _submissionMask = *(uint*)(_rings + submission.Mask);
        _submissionEntries = parameters.SubmissionEntries;
        _completionHead = (uint*)(_rings + completion.Head);
        _completionTail = (uint*)(_rings + completion.Tail);
        _completionMask = *(uint*)(_rings + completion.Mask);
        _cqes = (Cqe*)(_rings + completion.Cqes);
        _tail = *_submissionTail;
        // The indirection between ring and entries is not used: entry i is always at place i.
        uint* array = (uint*)(_rings + submission.Array);
        for (uint i = 0; i < _submissionEntries; i++)
            array[i] = i;
    }

    /// <summary>The set-up that the kernel accepted.</summary>
    internal uint SetupFlags { get; }

    /// <summary>A cleared request to fill in; it is handed over with the next <see cref="Enter"/>.</summary>
    internal ref Sqe Next()
    {
        if (_tail - Volatile.Read(ref *_submissionHead) == _submissionEntries)
            Enter(wait: false, 0);
        ref var sqe = ref _sqes[_tail++ & _submissionMask];
        sqe = default;
        return ref sqe;
    }

    /// <summary>
    /// Hands over what was asked for and, with <paramref name="wait"/>, waits for a completion at most <paramref name="timeoutMs"/>
    /// milliseconds (-1 for ever).
    /// </summary>
    /// <returns>0 or the error number; a timeout and a signal are no errors.</returns>
    internal int Enter(bool wait, int timeoutMs)
    {
        Volatile.Write(ref *_submissionTail, _tail);
        uint pending = _tail - Volatile.Read(ref *_submissionHead);
        uint flags = Abi.EnterGetEvents;
        TimeSpec time;
        WaitArgument argument = default;
        void* extra = null;
        if (wait && timeoutMs >= 0)
        {
            time = new TimeSpec { Seconds = timeoutMs / 1000, Nanoseconds = timeoutMs % 1000 * 1_000_000L };
            argument.Time = (ulong)&time;
            extra = &argument;
            flags |= Abi.EnterExtendedArgument;
        }
        nint result = Libc.SystemCall(
            Abi.CallEnter,
            _fd,
            (nint)pending,
            wait ? 1 : 0,
            (nint)flags,
            (nint)extra,
            extra is null ? 0 : sizeof(WaitArgument)
        );
        if (result >= 0)
            return 0;
        int error = Errno.Last;
        return error is Errno.Time or Errno.Intr ? 0 : error;
    }

    /// <summary>The oldest completion, taken off the ring; false when there is none.</summary>
    internal bool TryTake(out Cqe completion)
    {
        uint head = *_completionHead;
        if (head == Volatile.Read(ref *_completionTail))
        {
            completion = default;
            return false;
        }
        completion = _cqes[head & _completionMask];
        Volatile.Write(ref *_completionHead, head + 1);
        return true;
    }

    /// <summary>io_uring_register; 0 or the error number.</summary>
    internal int Register(uint operation, void* argument, uint count) =>
        Libc.SystemCall(Abi.CallRegister, _fd, (nint)operation, (nint)argument, (nint)count, 0, 0) < 0 ? Errno.Last : 0;

    public void Dispose()
    {
        _ = Libc.Unmap(_rings, _ringsBytes);
        _ = Libc.Unmap(_sqes, _sqesBytes);
        _ = Libc.Close(_fd);
    }

    private static int Setup(uint entries, ref RingParameters parameters)
    {
        int error = Errno.Invalid;
        foreach (uint setup in Setups)
        {
            parameters = new RingParameters
            {
                // Completions come in bursts: a connection can have a receive and a send in flight, and an accept brings many.
                CompletionEntries = entries * 8,
                Flags = setup | Abi.SetupCompletionSize | Abi.SetupClamp,
            };
            nint fd = Libc.SystemCall(Abi.CallSetup, (nint)entries, (nint)Unsafe.AsPointer(ref parameters), 0, 0, 0, 0);
            if (fd >= 0)
                return (int)fd;
            error = Errno.Last;
            if (error != Errno.Invalid)
                break;
        }
        throw Errno.ToException(error);
    }

    private void* Map(nint bytes, nint offset)
    {
        void* memory = Libc.Map(null, bytes, Abi.ProtectionReadWrite, Abi.MapSharedPopulate, _fd, offset);
        return (nint)memory != -1 ? memory : throw Errno.ToException(Errno.Last);
    }

    // struct __kernel_timespec
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        internal long Seconds;
        internal long Nanoseconds;
    }

    // struct io_uring_getevents_arg
    [StructLayout(LayoutKind.Sequential)]
    private struct WaitArgument
    {
        internal ulong SignalMask;
        internal uint SignalMaskBytes;
        internal uint Padding;
        internal ulong Time;
    }
}
