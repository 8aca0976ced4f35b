using System.Reflection;

namespace Stryke.Web.Host.Boot;

/// <summary>The files that the build has put into the app's executable: <c>config/*.toml</c> and <c>public/**</c>.</summary>
internal static class EmbeddedFiles
{
    public static byte[]? Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
