using System.Security.Cryptography;

namespace Stryke.Web.Middleware.Uploads;

/// <summary>How files are made that hold what a visitor sent: readable by the app's own user alone, and whole or not at all.</summary>
internal static class PrivateFile
{
    /// <summary>Makes a file that was not there before.</summary>
    public static FileStream Create(string path)
    {
        // Written in pieces that are large already.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Has a file made beside a path and renames it to it. So what is there is replaced in one step, whatever it is: a symbolic link is not
    /// followed and a FIFO not opened.
    /// </summary>
    /// <param name="path">Where the file goes.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="make">Makes the file at the path that it is given, where there is none.</param>
    /// <param name="undo">Called with the same path when the file cannot have its name, before that is removed.</param>
    /// <exception cref="IOException">It cannot be made, or there is a file already.</exception>
    public static void WriteThenRename(string path, bool overwrite, Action<string> make, Action<string>? undo = null)
    {
        string full = Path.GetFullPath(path);
        string beside = Path.Combine(
            Path.GetDirectoryName(full) ?? full,
            $".stryke-{RandomNumberGenerator.GetHexString(32, lowercase: true)}.upload"
        );
        try
        {
            make(beside);
            MoveTo(full, beside, overwrite, undo);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    private static void MoveTo(string path, string beside, bool overwrite, Action<string>? undo)
    {
        try
        {
            File.Move(beside, path, overwrite);
        }
        catch
        {
            undo?.Invoke(beside);
            throw;
        }
    }
}
