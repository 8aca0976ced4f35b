using System.Text;

namespace Stryke.Web.Actors.Native;

/// <summary>
/// Opens a file by its path below an open folder, and nothing that is not below it. openat2(2) has the kernel see to that: a symbolic link
/// that stays in the folder is followed, one that is absolute or leads out is not. Where there is no openat2 (before Linux 5.6, and where a
/// container forbids it) the path is walked, and no link is followed.
/// </summary>
internal static unsafe class BeneathFolder
{
    private const nint OpenAt2 = 437;
    private const ulong NoMagicLinks = 0x02,
        Beneath = 0x08;

    // The kernel says "again" when a folder was renamed while it looked.
    private const int MostAttempts = 16;

    private static volatile bool s_isLacking;

    /// <returns>The descriptor, or the error number below zero.</returns>
    /// <param name="folder">The folder's descriptor.</param>
    /// <param name="path">Names with a slash between them, without empty ones, <c>.</c> and <c>..</c>.</param>
    internal static int Open(int folder, string path)
    {
        if (s_isLacking)
            return Walk(folder, path);
        int result = OpenByKernel(folder, path);
        if (result == -Errno.NoSystemCall)
            s_isLacking = true;
        return result is -Errno.NoSystemCall or -Errno.Perm ? Walk(folder, path) : result;
    }

    internal static int OpenByKernel(int folder, string path)
    {
        // struct open_how: flags, mode, how to resolve.
        ulong* how = stackalloc ulong[3];
        (how[0], how[1], how[2]) = ((ulong)Constants.OpenToRead, 0, Beneath | NoMagicLinks);
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            for (int attempt = 1; ; attempt++)
            {
                nint fd = Libc.SystemCall(OpenAt2, folder, (nint)name, (nint)how, 3 * sizeof(ulong), 0, 0);
                if (fd >= 0)
                    return (int)fd;
                int error = Errno.Last;
                if (error is not (Errno.Again or Errno.Intr) || attempt == MostAttempts)
                    return -error;
            }
        }
    }

    /// <summary>The same, a name at a time.</summary>
    internal static int Walk(int folder, string path)
    {
        string[] names = path.Split('/');
        int place = folder;
        for (int i = 0; ; i++)
        {
            bool isLast = i == names.Length - 1;
            int next = OpenName(place, names[i], isLast ? Constants.OpenToRead : Constants.OpenPlace | Constants.OpenDirectoryOnly);
            if (place != folder)
                _ = Libc.Close(place);
            if (isLast || next < 0)
                return next;
            place = next;
        }
    }

    private static int OpenName(int place, string name, int flags)
    {
        while (true)
        {
            int fd = Libc.OpenAt(place, name, flags | Constants.OpenNoLink, 0);
            if (fd >= 0)
                return fd;
            if (Errno.Last != Errno.Intr)
                return -Errno.Last;
        }
    }
}
