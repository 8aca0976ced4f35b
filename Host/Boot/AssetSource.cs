using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;

namespace Stryke.Web.Host.Boot;

/// <summary>Chooses where the files of <c>public/</c> are served from.</summary>
internal static class AssetSource
{
    /// <summary>
    /// In development from the folder of the sources, so that an edit shows at the next request; otherwise from the executable.
    /// </summary>
    public static Assets Open(IApp application, LaunchContext context, StrykeEnvironment environment)
    {
        if (environment == StrykeEnvironment.Development)
        {
            string folder = Path.Combine(application.SourceRoot ?? context.Directory, "public");
            if (Directory.Exists(folder))
                return Assets.FromFolder(folder);
        }
        return Assets.FromResources(application.GetType().Assembly);
    }
}
