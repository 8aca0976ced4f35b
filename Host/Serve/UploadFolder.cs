using Stryke.Web.Host.Config;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Host.Serve;

/// <summary>Opens the folder for files of forms, by <c>[uploads]</c>.</summary>
internal static class UploadFolder
{
    /// <exception cref="StartException">It cannot be made or written to.</exception>
    public static UploadSpool Open(LaunchContext context, UploadsSettings settings)
    {
        var spool = new UploadSpool(
            new UploadOptions
            {
                Folder = context.PathOf(settings.Folder),
                MemoryBytes = settings.MemoryBytes,
                MaxFileBytes = settings.MaxFileBytes,
                MaxFiles = settings.MaxFiles,
                MaxTextBytes = settings.MaxTextBytes,
                MaxPartHeadBytes = settings.MaxPartHeadBytes,
            }
        );
        try
        {
            spool.Prepare();
            return spool;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"Files of forms cannot be kept in {spool.Options.Folder}: {refused.Message}\nThe folder is set in config/server.toml, [uploads].",
                ExitCodes.Unavailable
            );
        }
    }
}
