using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Host.Launch;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Secrets;

/// <summary>A master key for development in a file that only its owner may read.</summary>
internal static class KeyFile
{
    /// <summary>
    /// Reads the key, or makes one and keeps it. Where that is not possible the key lasts as long as the process, and a line says so.
    /// </summary>
    public static string ReadOrCreate(LaunchContext context, string file)
    {
        string path = context.PathOf(file);
        try
        {
            if (RegularFile.TryRead(path) is { } kept)
                return Encoding.UTF8.GetString(kept);
            string made = KeyRing.NewMasterKey();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, made);
            return made;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"The key of this run is not kept ({failure.Message}): sessions end with the process.");
            return KeyRing.NewMasterKey();
        }
    }

    private static void Write(string path, string key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(key);
    }
}
