namespace Stryke.Web.Actors.Net.Uring;

/// <summary>Numbers of the kernel's <c>linux/io_uring.h</c>.</summary>
internal static class Abi
{
    internal const int CallSetup = 425;
    internal const int CallEnter = 426;
    internal const int CallRegister = 427;

    internal const uint SetupCompletionSize = 1 << 3;
    internal const uint SetupClamp = 1 << 4;
    internal const uint SetupCoopTaskRun = 1 << 8;
    internal const uint SetupSingleIssuer = 1 << 12;
    internal const uint SetupDeferTaskRun = 1 << 13;

    internal const uint FeatureSingleMap = 1 << 0;
    internal const uint FeatureNoDrop = 1 << 1;
    internal const uint FeatureExtendedArgument = 1 << 8;

    internal const uint EnterGetEvents = 1 << 0;
    internal const uint EnterExtendedArgument = 1 << 3;

    internal const nint OffsetRings = 0;
    internal const nint OffsetSqes = 0x1000_0000;

    internal const uint RegisterBufferRing = 22;

    internal const byte OpNop = 0;
    internal const byte OpPollAdd = 6;
    internal const byte OpAccept = 13;
    internal const byte OpCancel = 14;
    internal const byte OpRead = 22;
    internal const byte OpSend = 26;
    internal const byte OpReceive = 27;

    /// <summary>The kernel takes a buffer of the group when data is there.</summary>
    internal const byte SqeBufferSelect = 1 << 5;

    /// <summary>Wait for the socket before trying: there is rarely anything right after an answer.</summary>
    internal const ushort ModifierPollFirst = 1 << 0;
    internal const ushort ModifierAcceptMultishot = 1 << 0;

    internal const uint PollOut = 4;

    internal const uint CancelAll = 1 << 0;
    internal const uint CancelByFd = 1 << 1;

    internal const uint CompletionBuffer = 1 << 0;
    internal const uint CompletionMore = 1 << 1;
    internal const uint CompletionSocketNonEmpty = 1 << 2;

    internal const int ProtectionReadWrite = 3;
    internal const int MapSharedPopulate = 0x8001;
    internal const int MapPrivateAnonymous = 0x22;
}
