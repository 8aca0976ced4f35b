namespace Stryke.Web.Middleware.Uploads;

/// <summary>Names of files from outside.</summary>
internal static class FileNames
{
    /// <summary>
    /// The name alone: RFC 7578 §4.2 says not to use folders that come with it, and either slash may have been one. Control characters
    /// become underscores, and so do names that mean a folder.
    /// </summary>
    public static string WithoutFolders(string sent)
    {
        string name = sent[(sent.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Trim();
        if (name is "." or "..")
            return new string('_', name.Length);
        return !name.Any(char.IsControl)
            ? name
            : string.Create(
                name.Length,
                name,
                static (plain, from) =>
                {
                    for (int i = 0; i < plain.Length; i++)
                        plain[i] = char.IsControl(from[i]) ? '_' : from[i];
                }
            );
    }
}
