using System.Reflection;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// The files of an app's <c>public/</c> folder by their path below it: those that were built into the program, or, in
/// development, those that stand on disk now.
/// </summary>
public sealed class Assets
{
    private readonly Dictionary<string, Asset> _byName = new(StringComparer.Ordinal);
    private readonly AssetFolder? _folder;

    /// <summary>Assets that are given.</summary>
    public Assets(IEnumerable<Asset> assets)
    {
        foreach (var asset in assets)
            _byName[asset.Name] = asset;
    }

    private Assets(AssetFolder folder) => _folder = folder;

    /// <summary>No assets.</summary>
    public static Assets None { get; } = new([]);

    internal bool IsEmpty => _folder is null && _byName.Count == 0;

    /// <summary>The resources of a program whose names start with <paramref name="prefix"/>.</summary>
    /// <param name="assembly">The app's assembly.</param>
    /// <param name="prefix">What stands in front of the path below <c>public/</c>.</param>
    public static Assets FromResources(Assembly assembly, string prefix = "public/") =>
        new(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => new Asset(name[prefix.Length..], () => ReadResource(assembly, name)))
        );

    /// <summary>
    /// The files of a folder, read again when they change. For development: files are read where the request is served.
    /// Nothing outside of the folder is reachable, by a symbolic link either, and nothing hidden in it.
    /// </summary>
    /// <param name="path">The folder, which exists.</param>
    public static Assets FromFolder(string path) => new(new AssetFolder(path));

    /// <summary>The asset at a path below <c>public/</c> (<c>css/app.css</c>), or null. The case counts.</summary>
    public Asset? Find(string name) => _folder is null ? _byName.GetValueOrDefault(name) : _folder.Find(name);

    /// <summary>
    /// The URL of an asset with its fingerprint (<c>/css/app.css?v=1f6b…</c>): browsers keep what they got for it for a year
    /// and ask again only when the file has changed. Without a fingerprint when there is no such asset.
    /// </summary>
    /// <param name="name">The path below <c>public/</c>, as the file is called: what a URL cannot hold (<c>C#.pdf</c>) is percent-encoded
    /// here.</param>
    public string PathFor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.TrimStart('/');
        string path = string.Join('/', name.Split('/').Select(segment => PercentEncoding.Encode(segment)));
        return Find(name) is { } asset ? $"/{path}?v={asset.Fingerprint}" : $"/{path}";
    }

    private static byte[] ReadResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
