using System.Collections.Concurrent;
using System.Security.Cryptography;
using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Uploads;

/// <summary>
/// The files that uploads of this process are kept in while their requests last. It knows every one of them, so that none is left when the
/// process stops; what a killed process left is found by its name and age. Used by all cores, and away from them: its members touch the
/// disk.
/// </summary>
public sealed class UploadSpool : IDisposable
{
    private const string Prefix = "stryke-",
        Suffix = ".upload";

    private static readonly TimeSpan OldAge = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, bool> _files = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <summary>Makes a spool; touches nothing yet.</summary>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public UploadSpool(UploadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
    }

    /// <summary>Folder and limits.</summary>
    public UploadOptions Options { get; }

    /// <summary>How many files there are just now. From any thread.</summary>
    public int Count => _files.Count;

    /// <summary>
    /// Makes the folder where it is missing, for this user alone, and deletes what a process that was killed left there more than a day
    /// ago. A folder that is not the system's is tried out: better a server that does not start than one that refuses the first upload.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made or written to.</exception>
    public void Prepare()
    {
        if (!Directory.Exists(Options.Folder))
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Options.Folder);
            else
                Directory.CreateDirectory(Options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (Options.Folder != Path.GetTempPath())
        {
            Create(out string? trial).Dispose();
            Delete(trial);
        }

        DeleteLeftovers();
    }

    /// <summary>Deletes what a process that was killed left in the folder more than a day ago.</summary>
    public void DeleteLeftovers()
    {
        try
        {
            foreach (string left in Directory.EnumerateFiles(Options.Folder, Prefix + "*" + Suffix))
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > OldAge)
                    TryDelete(left);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A folder that may be written to and not be read.
        }
    }

    /// <summary>Deletes every file that is left.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        foreach (string path in _files.Keys)
            Delete(path);
    }

    /// <summary>Makes an empty file that only this user may read (0600) and that was not there before.</summary>
    internal FileStream Create(out string path)
    {
        path = Path.Combine(Options.Folder, $"{Prefix}{RandomNumberGenerator.GetHexString(32, lowercase: true)}{Suffix}");
        _files[path] = true;
        try
        {
            var file = PrivateFile.Create(path);
            if (!_isDisposed)
                return file;

            // Written down above before it was asked, so either this or Dispose sees the other.
            file.Dispose();
            throw new IOException("The server is stopping and accepts no more uploads.");
        }
        catch
        {
            Delete(path);
            throw;
        }
    }

    /// <summary>Deletes a file, if it is still there.</summary>
    internal void Delete(string path)
    {
        TryDelete(path);
        _files.TryRemove(path, out _);
    }

    /// <summary>The file has been moved to where it stays.</summary>
    internal void Forget(string path) => _files.TryRemove(path, out _);

    /// <summary>Deletes files away from the core.</summary>
    internal void DeleteLater(IReadOnlyList<string> paths) =>
        Offload.Run(() =>
        {
            foreach (string path in paths)
                Delete(path);
        });

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Somebody took the folder away, or its rights. Nothing of ours depends on it.
        }
    }
}
