using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Host.Config;

/// <summary>
/// <c>[uploads]</c> of <c>config/server.toml</c>: what a form with files may take, and where its files are while its request lasts. The defaults are those of
/// <see cref="UploadOptions"/>.
/// </summary>
public sealed record UploadsSettings
{
    private static readonly UploadOptions Defaults = new();

    /// <summary><c>folder</c>: for files that are not kept in memory; made where it is missing. Default: the system's folder for temporary files.</summary>
    public string Folder { get; init; } = Defaults.Folder;

    /// <summary><c>memory</c>: bytes of files that one request may keep in memory.</summary>
    public int MemoryBytes { get; init; } = Defaults.MemoryBytes;

    /// <summary><c>max_file</c>: bytes of one file; 413 beyond; 0 for no limit but that of the body.</summary>
    public long MaxFileBytes { get; init; } = Defaults.MaxFileBytes;

    /// <summary><c>max_files</c>: files in one request; 400 beyond.</summary>
    public int MaxFiles { get; init; } = Defaults.MaxFiles;

    /// <summary><c>max_text</c>: bytes of all fields of text together; 413 beyond.</summary>
    public int MaxTextBytes { get; init; } = Defaults.MaxTextBytes;

    /// <summary><c>max_part_head</c>: bytes of the head of a part; 400 beyond.</summary>
    public int MaxPartHeadBytes { get; init; } = Defaults.MaxPartHeadBytes;

    internal static UploadsSettings Bind(SettingsSection section)
    {
        var defaults = new UploadsSettings();
        var settings = new UploadsSettings
        {
            Folder = section.Text("folder", defaults.Folder),
            MemoryBytes = section.Bytes("memory", defaults.MemoryBytes, 0, 1 << 30),
            MaxFileBytes = section.LongBytes("max_file", defaults.MaxFileBytes, 0, 1L << 50),
            MaxFiles = section.Integer("max_files", defaults.MaxFiles, 0, 100_000),
            MaxTextBytes = section.Bytes("max_text", defaults.MaxTextBytes, 0, 1 << 28),
            MaxPartHeadBytes = section.Bytes("max_part_head", defaults.MaxPartHeadBytes, 128, 32 * 1024),
        };
        section.Finish();
        return settings;
    }
}
