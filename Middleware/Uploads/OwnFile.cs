namespace Stryke.Web.Middleware.Uploads;

/// <summary>How files are made that hold what a visitor sent: readable by the app's own user alone.</summary>
internal static class OwnFile
{
    public static FileStreamOptions New(FileMode mode)
    {
        // Written in pieces that are large already.
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
