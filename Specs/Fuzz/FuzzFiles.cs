using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>The corpus that mutations start from, and what they have found: files of exactly the bytes that a client sends.</summary>
internal static class FuzzFiles
{
    public static IReadOnlyList<byte[]> Corpus => [.. Names("corpus").Select(Read)];

    /// <summary>Paths of the files of a folder, relative to this one, in a fixed order.</summary>
    public static IEnumerable<string> Names(string folder, string extension = "http") =>
        Directory
            .EnumerateFiles(Path.Combine(Here(), folder), $"*.{extension}")
            .Select(file => $"{folder}/{Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal);

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Here(), name));

    /// <summary>Keeps what broke something, to be replayed for ever.</summary>
    /// <returns>Where it is.</returns>
    public static string Keep(string kind, byte[] finding)
    {
        string name =
            $"findings/{kind}-{Convert.ToHexStringLower(SHA256.HashData(finding))[..12]}.{(kind is "script" or "module" ? "js" : "http")}";
        File.WriteAllBytes(Path.Combine(Here(), name), finding);
        return name;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
