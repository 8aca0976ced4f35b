using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;

namespace Stryke.Web.Middleware;

/// <summary>A folder on disk that assets are read from while the app is being written.</summary>
internal sealed class AssetFolder(string path)
{
    private readonly string _root = Path.GetFullPath(path);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTime Written, long Length, Asset Asset)> _seen = new(StringComparer.Ordinal);

    internal Asset? Find(string name)
    {
        if (!IsPlain(name))
            return null;
        using var file = Open(name);
        if (file is null)
            return null;
        var (written, length) = (File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));

        lock (_gate)
        {
            if (_seen.TryGetValue(name, out var seen) && seen.Written == written && seen.Length == length)
                return seen.Asset;
            byte[] bytes = RegularFile.Read(file);
            var asset = new Asset(name, () => bytes);
            _seen[name] = (written, length, asset);
            return asset;
        }
    }

    private SafeFileHandle? Open(string name)
    {
        try
        {
            return RegularFile.TryOpenBelow(_root, name);
        }
        catch (DirectoryNotFoundException)
        {
            // The author has taken the folder away meanwhile.
            return null;
        }
    }

    /// <summary>
    /// Whether a name goes nowhere but down: no empty segment, none that starts with a dot (. and .., but hidden files, too;
    /// /.well-known is meant to be seen, RFC 8615), no backslash, colon or control character.
    /// </summary>
    private static bool IsPlain(string name)
    {
        foreach (char c in name)
        {
            if (c is < ' ' or '\\' or ':' or '\x7f')
                return false;
        }

        foreach (var segment in name.AsSpan().Split('/'))
        {
            var text = name.AsSpan()[segment];
            if (text.IsEmpty || (text[0] == '.' && text is not ".well-known"))
                return false;
        }

        return true;
    }
}
