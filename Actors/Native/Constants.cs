using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Native;

/// <summary>Numbers of Linux's socket interface.</summary>
internal static class Constants
{
    internal const int Unix = 1;
    internal const int InterNetwork = 2;
    internal const int InterNetworkV6 = 10;
    internal const int SocketStream = 1;
    internal const int SocketPackets = 5;
    internal const int SocketNonBlocking = 0x800;
    internal const int SocketCloseOnExec = 0x80000;

    internal const int LevelSocket = 1;
    internal const int OptionReuseAddress = 2;
    internal const int OptionType = 3;
    internal const int OptionLinger = 13;
    internal const int OptionReusePort = 15;
    internal const int OptionIsListening = 30;
    internal const int OptionDomain = 39;
    internal const int LevelTcp = 6;
    internal const int OptionNoDelay = 1;
    internal const int OptionTcpInformation = 11;
    internal const int LevelIpV6 = 41;
    internal const int OptionV6Only = 26;

    /// <summary>A peer that is gone must be an error number, never a SIGPIPE that ends the process.</summary>
    internal const int MessageNoSignal = 0x4000;

    internal const int MessageDontWait = 0x40;

    /// <summary>Lets io_uring repeat a short send by itself.</summary>
    internal const int MessageWaitAll = 0x100;

    internal const int ControlSetDescriptorFlags = 2;
    internal const int ControlGetFlags = 3;
    internal const int ControlSetFlags = 4;
    internal const int ControlDuplicate = 1030;
    internal const int CloseOnExec = 1;

    internal const int ShutdownWrite = 1;
    internal const int ShutdownBoth = 2;

    internal const int EventFdNonBlocking = 0x800;
    internal const int EventFdCloseOnExec = 0x80000;

    internal const int OpenNonBlocking = 0x800;
    internal const int OpenAppending = 0x400;

    // O_WRONLY, O_CREAT, O_NOCTTY, O_APPEND, O_NONBLOCK, O_CLOEXEC
    internal const int OpenToAppend = 0x1 | 0x40 | 0x100 | OpenAppending | OpenNonBlocking | 0x80000;

    /// <summary>O_RDONLY, O_NOCTTY, O_NONBLOCK, O_CLOEXEC: the open of a FIFO waits for nobody.</summary>
    internal const int OpenToRead = 0x100 | OpenNonBlocking | 0x80000;

    /// <summary>O_PATH, O_CLOEXEC: a place to open others from.</summary>
    internal const int OpenPlace = 0x200000 | 0x80000;

    /// <summary>O_DIRECTORY.</summary>
    internal static readonly int OpenDirectoryOnly = HasSwappedFlags ? 0x4000 : 0x10000;

    /// <summary>O_NOFOLLOW.</summary>
    internal static readonly int OpenNoLink = HasSwappedFlags ? 0x8000 : 0x20000;

    internal const int AtWorkingDirectory = -100;
    internal const int AtEmptyPath = 0x1000;
    internal const uint StatusType = 0x1;
    internal const uint StatusInode = 0x100;

    // The two flags whose numbers are not the same on every architecture (arch/*/include/uapi/asm/fcntl.h).
    private static bool HasSwappedFlags =>
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 or Architecture.Ppc64le;
}
