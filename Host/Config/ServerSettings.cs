using System.Net;
using Stryke.Web.Actors.Net;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary><c>[server]</c> of <c>config/server.toml</c>: where the app listens and how it leaves.</summary>
public sealed record ServerSettings : ISettings<ServerSettings>
{
    /// <inheritdoc/>
    public static string Section => "server";

    /// <summary>
    /// <c>host</c>, <c>HOST</c>: the address to listen on. An IP address, or <c>localhost</c>; <c>0.0.0.0</c> and <c>::</c> are all of the
    /// machine's. Default 127.0.0.1.
    /// </summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary><c>port</c>, <c>PORT</c>: from 0 to 65535; 0 takes a free one. Default 3000.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>
    /// <c>listen</c>: several addresses, such as <c>"127.0.0.1:3000"</c>, <c>"[::1]:3000"</c> and <c>"unix:tmp/blog.sock"</c> (a path in
    /// the working directory), in place of <c>host</c> and <c>port</c>. Empty where those hold.
    /// </summary>
    public IReadOnlyList<EndPoint> Listen { get; init; } = [];

    /// <summary><c>socket_mode</c>: the mode of a Unix socket's file; who may write may connect. Default <c>"0660"</c>.</summary>
    public UnixFileMode SocketMode { get; init; } = ListenTarget.DefaultMode;

    /// <summary>
    /// <c>handover</c>: where a process that is started by <c>serve --take-over</c> asks this one for its listening sockets, the path of a
    /// Unix socket. Null for no hand-over, which is the default.
    /// </summary>
    public string? Handover { get; init; }

    /// <summary>The addresses to listen on.</summary>
    public IReadOnlyList<EndPoint> EndPoints => Listen.Count > 0 ? Listen : [new IPEndPoint(Host, Port)];

    /// <summary>
    /// <c>shutdown_timeout</c>, in seconds: how long requests in flight may take when the app is asked to stop. Default 10.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>server_name</c>: what the <c>Server</c> header says (RFC 9110 §10.2.4). Default <c>Stryke</c>.</summary>
    public string ServerName { get; init; } = "Stryke";

    /// <inheritdoc/>
    public static ServerSettings Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var defaults = new ServerSettings();
        section.Alternatives("listen", "host", "port");
        return new ServerSettings
        {
            Host = section.Read("host", defaults.Host, "an IP address or \"localhost\"", Address),
            Port = section.Integer("port", defaults.Port, 0, IPEndPoint.MaxPort),
            Listen = section.List("listen", ListenAddress.Expected, ListenAddress.Parse),
            SocketMode = section
                .Read("socket_mode", (UnixFileMode?)defaults.SocketMode, "a file mode in octal, such as \"0660\"", Mode)
                .Value,
            Handover = section.Read(
                "handover",
                defaults.Handover,
                "the path of a file",
                value => value.Value is string { Length: > 0 } path ? path : null
            ),
            ShutdownTimeout = section.Seconds("shutdown_timeout", defaults.ShutdownTimeout, 0, 3600),
            ServerName = section.Read("server_name", defaults.ServerName, "a text of visible ASCII characters and spaces", HeaderText),
        };
    }

    private static IPAddress? Address(SettingValue value) => value.Value is string text ? ListenAddress.Host(text) : null;

    // A text: an integer 660 would be another number than was meant.
    private static UnixFileMode? Mode(SettingValue value) =>
        value.Value is string { Length: 3 or 4 } text
        && !text.AsSpan().ContainsAnyExceptInRange('0', '7')
        && Convert.ToInt32(text, 8) <= 0x1FF // 0777
            ? (UnixFileMode)Convert.ToInt32(text, 8)
            : null;

    private static string? HeaderText(SettingValue value) =>
        value.Value is string { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.Trim() == text
            ? text
            : null;
}
