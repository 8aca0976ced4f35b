using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Native;

/// <summary>Error numbers of Linux, and what they become in .NET.</summary>
internal static class Errno
{
    internal const int Perm = 1;
    internal const int NoEntry = 2;
    internal const int Intr = 4;
    internal const int NoDevice = 6;
    internal const int Again = 11;
    internal const int NoMemory = 12;
    internal const int Access = 13;
    internal const int Busy = 16;
    internal const int CrossDevice = 18;
    internal const int NoDriver = 19;
    internal const int NotADirectory = 20;
    internal const int Invalid = 22;
    internal const int TooManyFilesInSystem = 23;
    internal const int TooManyFiles = 24;
    internal const int Pipe = 32;
    internal const int NameTooLong = 36;
    internal const int NoSystemCall = 38;
    internal const int TooManyLinks = 40;
    internal const int NoData = 61;
    internal const int Time = 62;
    internal const int NotASocket = 88;
    internal const int ProtocolNotSupported = 93;
    internal const int AddressInUse = 98;
    internal const int AddressNotAvailable = 99;
    internal const int ConnectionAborted = 103;
    internal const int ConnectionReset = 104;
    internal const int NoBuffers = 105;
    internal const int TimedOut = 110;
    internal const int ConnectionRefused = 111;
    internal const int Canceled = 125;

    /// <summary>The error of this thread's last native call.</summary>
    internal static int Last => Marshal.GetLastPInvokeError();

    /// <summary>True when there is no descriptor left, in the process or in the system.</summary>
    internal static bool IsOutOfDescriptors(int error) => error is TooManyFiles or TooManyFilesInSystem;

    /// <summary>True when the kernel has no memory for a socket, which only time can heal.</summary>
    internal static bool IsOutOfMemory(int error) => error is NoBuffers or NoMemory;

    internal static bool IsExhaustion(int error) => IsOutOfDescriptors(error) || IsOutOfMemory(error);

    internal static SocketException ToException(int error) => new((int)Translate(error), Marshal.GetPInvokeErrorMessage(error));

    private static SocketError Translate(int error) =>
        error switch
        {
            Perm or Access => SocketError.AccessDenied,
            TooManyFiles or TooManyFilesInSystem => SocketError.TooManyOpenSockets,
            NoBuffers or NoMemory => SocketError.NoBufferSpaceAvailable,
            Pipe or ConnectionReset => SocketError.ConnectionReset,
            ProtocolNotSupported => SocketError.ProtocolNotSupported,
            AddressInUse => SocketError.AddressAlreadyInUse,
            AddressNotAvailable => SocketError.AddressNotAvailable,
            ConnectionAborted => SocketError.ConnectionAborted,
            TimedOut => SocketError.TimedOut,
            Canceled => SocketError.OperationAborted,
            _ => SocketError.SocketError,
        };
}
