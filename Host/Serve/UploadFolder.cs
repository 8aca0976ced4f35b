using Stryke.Web.Actors.Services;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// The folder for files of forms, as a service: it is made ready before the app listens, looked through once an hour for what a killed
/// process left there, and emptied of this process's files in the end.
/// </summary>
internal sealed class UploadFolder(UploadSpool spool) : IService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public string Name => "uploads";

    /// <exception cref="StartException">The folder cannot be made or written to.</exception>
    public ValueTask Start(ServiceContext context, CancellationToken cancel)
    {
        try
        {
            spool.Prepare();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"Uploaded files cannot be stored in {spool.Options.Folder}: {refused.Message}\nThe folder is set in config/server.toml, "
                    + "[uploads].",
                ExitCodes.Unavailable
            );
        }
        context.Every(
            Period,
            _ =>
            {
                spool.DeleteLeftovers();
                return Task.CompletedTask;
            }
        );
        return ValueTask.CompletedTask;
    }

    public ValueTask Stop(CancellationToken cancel)
    {
        spool.Dispose();
        return ValueTask.CompletedTask;
    }
}
