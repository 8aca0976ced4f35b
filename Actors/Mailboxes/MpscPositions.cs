using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Mailboxes;

/// <summary>
/// Where producers and consumer of a <see cref="MpscQueue{T}"/> stand, on cache lines of their own. Not nested in the queue: a generic
/// type, and what is in it, cannot have an explicit layout.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct MpscPositions
{
    [FieldOffset(64)]
    internal long Tail;

    [FieldOffset(128)]
    internal long Head;
}
