using System.Net.Sockets;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>A directory of its own for the files of Unix sockets; goes with what is in it.</summary>
internal sealed class SocketPlace : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("stryke-socket-");

    public string Path => System.IO.Path.Combine(_directory.FullName, "app.sock");

    public UnixDomainSocketEndPoint EndPoint => new(Path);

    /// <summary>Leaves behind what a server leaves that was killed: a file that nobody listens behind.</summary>
    public void LeaveStale()
    {
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(Path + ".dead"));
            File.Move(Path + ".dead", Path); // .NET removes the name that it has bound
        }
        Xunit.Assert.True(File.Exists(Path));
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
