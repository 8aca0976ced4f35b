using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Http.Bodies;

/// <summary>What a streamed answer needs of its connection. For the connection's core only.</summary>
internal interface IResponseTransport
{
    /// <summary>The connection's core.</summary>
    Core Core { get; }

    /// <summary>Where the answer is written.</summary>
    PooledBuffer Output { get; }

    /// <summary>Bytes that were written and that the kernel has not taken.</summary>
    long PendingBytes { get; }

    /// <summary>How many may be pending before a writer has to wait.</summary>
    int MaxPendingBytes { get; }

    /// <summary>Sends what is written.</summary>
    void SendWritten();

    /// <summary>Sends what is written, and a stretch of a file behind it.</summary>
    void SendFile(SafeFileHandle file, long offset, long count);
}
