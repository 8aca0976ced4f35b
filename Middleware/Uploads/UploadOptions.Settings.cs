using Stryke.Web.Text.Settings;

namespace Stryke.Web.Middleware.Uploads;

// [uploads] of config/server.toml. Sizes are bytes or texts with a unit ("10MiB").
public sealed partial record UploadOptions : ISettings<UploadOptions>
{
    /// <inheritdoc/>
    public static string Section => "uploads";

    /// <inheritdoc/>
    public static UploadOptions Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var defaults = new UploadOptions();
        return new UploadOptions
        {
            Folder = section.Text("folder", defaults.Folder),
            MemoryBytes = section.Bytes("memory", defaults.MemoryBytes, 0, 1 << 30),
            MaxFileBytes = section.LongBytes("max_file", defaults.MaxFileBytes, 0, 1L << 50),
            MaxFiles = section.Integer("max_files", defaults.MaxFiles, 0, 100_000),
            MaxTextBytes = section.Bytes("max_text", defaults.MaxTextBytes, 0, 1 << 28),
            MaxPartHeadBytes = section.Bytes("max_part_head", defaults.MaxPartHeadBytes, 128, 32 * 1024),
        };
    }
}
