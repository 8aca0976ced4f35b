using Stryke.Web.Actors;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary><c>[runtime]</c> of <c>config/server.toml</c>: the cores that the app runs on, and how they speak to the kernel.</summary>
public sealed record RuntimeSettings : ISettings<RuntimeSettings>
{
    /// <inheritdoc/>
    public static string Section => "runtime";

    /// <summary>
    /// <c>backend</c>: <c>"auto"</c> takes io_uring where the kernel lets the app, epoll on any other Linux, and .NET's sockets
    /// (<c>"portable"</c>) on other systems. Default <c>"auto"</c>.
    /// </summary>
    public Backend Backend { get; init; } = Backend.Auto;

    /// <summary><c>cores</c>: how many of the CPUs that the process may use; 0 takes all of them. Default 0.</summary>
    public int Cores { get; init; }

    /// <summary>
    /// <c>watchdog</c>, in seconds: a core that one piece of code holds for longer is reported, with the action; 0 reports nothing. Default
    /// 1.
    /// </summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// <c>trim</c>, in seconds: how often memory that was not needed meanwhile is let go of; 0 never. Default 10.
    /// </summary>
    public TimeSpan Trim { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public static RuntimeSettings Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new RuntimeSettings
        {
            Backend = section.Choice(
                "backend",
                Backend.Auto,
                ("auto", Backend.Auto),
                ("io_uring", Backend.IoUring),
                ("epoll", Backend.Epoll),
                ("portable", Backend.Portable)
            ),
            Cores = section.Integer("cores", 0, 0, 1024),
            Watchdog = section.Seconds("watchdog", TimeSpan.FromSeconds(1), 0, 3600),
            Trim = section.Seconds("trim", TimeSpan.FromSeconds(10), 0, 86_400),
        };
    }
}
