using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Actors;

/// <summary>What <see cref="RegularFile"/> does where the system is not Linux: .NET's own calls.</summary>
internal static class PlainOpening
{
    internal static SafeFileHandle? TryOpen(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Between the two calls.
            return null;
        }
    }

    /// <summary>No link is followed.</summary>
    internal static SafeFileHandle? TryOpenBelow(string folder, string path)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                $"There is no folder {folder}. A relative path counts from the working directory, {Environment.CurrentDirectory}."
            );
        }

        string place = folder;
        foreach (string name in path.Split('/'))
        {
            place = Path.Combine(place, name);
            if (new FileInfo(place).LinkTarget is not null)
                return null;
        }
        return TryOpen(place);
    }
}
