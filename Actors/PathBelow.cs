namespace Stryke.Web.Actors;

/// <summary>Names of files below a folder that come from outside.</summary>
internal static class PathBelow
{
    /// <summary>
    /// The path as names with one slash between them, without <c>.</c> and <c>..</c>; null when it goes above the folder, means a folder,
    /// or no file can be called so.
    /// </summary>
    internal static string? Normalize(string name)
    {
        if (name.Contains('\0'))
            return null;
        var names = new List<string>();
        string last = "";
        foreach (string part in OperatingSystem.IsWindows() ? name.Split('/', '\\') : name.Split('/'))
        {
            last = part;
            if (part == ".." && names.Count == 0)
                return null;
            if (part == "..")
                names.RemoveAt(names.Count - 1);
            else if (part is not ("" or "."))
                names.Add(part);
        }
        // What ends with one of these can only be a folder. A colon on Windows is a drive, or a stream beside the file.
        bool isFile = last is not ("" or "." or "..") && !(OperatingSystem.IsWindows() && name.Contains(':'));
        return isFile ? string.Join('/', names) : null;
    }
}
