using System.Security.Cryptography;
using Stryke.Web.Perf.Runner.Load;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// A folder for one run: the database and the file that servers send, and the body that is sent to them. Disposing removes it.
/// </summary>
internal sealed class BenchFolder : IDisposable
{
    public BenchFolder()
    {
        // A run that is interrupted does not come to its end.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        File.WriteAllBytes(DownloadFile, RandomNumberGenerator.GetBytes(Scenario.DownloadBytes));
        File.WriteAllBytes(UploadFile, RandomNumberGenerator.GetBytes(Scenario.UploadBytes));
        // nginx answers from a process that is not root's.
        File.SetUnixFileMode(
            Path,
            File.GetUnixFileMode(Path)
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("stryke-bench-").FullName;

    public string DownloadFile => System.IO.Path.Combine(Path, "download.bin");

    public string UploadFile => System.IO.Path.Combine(Path, "upload.bin");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
