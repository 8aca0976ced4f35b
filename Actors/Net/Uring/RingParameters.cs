using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary><c>struct io_uring_params</c>: what is asked of io_uring_setup, and what the kernel answers.</summary>
[StructLayout(LayoutKind.Sequential, Size = 120)]
internal struct RingParameters
{
    internal uint SubmissionEntries;
    internal uint CompletionEntries;
    internal uint Flags;
    internal uint PollThreadCpu;
    internal uint PollThreadIdle;
    internal uint Features;
    internal uint WorkQueueFd;
    internal uint Reserved0;
    internal uint Reserved1;
    internal uint Reserved2;
    internal SubmissionOffsets Submission;
    internal CompletionOffsets Completion;

    /// <summary><c>struct io_sqring_offsets</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    internal struct SubmissionOffsets
    {
        internal uint Head;
        internal uint Tail;
        internal uint Mask;
        internal uint Entries;
        internal uint Flags;
        internal uint Dropped;
        internal uint Array;
    }

    /// <summary><c>struct io_cqring_offsets</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    internal struct CompletionOffsets
    {
        internal uint Head;
        internal uint Tail;
        internal uint Mask;
        internal uint Entries;
        internal uint Overflow;
        internal uint Cqes;
    }
}
