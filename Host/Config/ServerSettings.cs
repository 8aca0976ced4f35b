using System.Net;

namespace Stryke.Web.Host.Config;

/// <summary><c>[server]</c> of <c>config/server.toml</c>: where the app listens and how it leaves.</summary>
public sealed record ServerSettings
{
    /// <summary>
    /// <c>host</c>, <c>HOST</c>: the address to listen on. An IP address, or <c>localhost</c>; <c>0.0.0.0</c> and <c>::</c> are all of the
    /// machine's. Default 127.0.0.1.
    /// </summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary><c>port</c>, <c>PORT</c>: from 0 to 65535; 0 takes a free one. Default 3000.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>
    /// <c>shutdown_timeout</c>, in seconds: how long requests in flight may take when the app is asked to stop. Default 10.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>server_name</c>: what the <c>Server</c> header says (RFC 9110 §10.2.4). Default <c>Stryke</c>.</summary>
    public string ServerName { get; init; } = "Stryke";

    internal static ServerSettings Bind(SettingsSection section)
    {
        var defaults = new ServerSettings();
        var settings = new ServerSettings
        {
            Host = section.Read("host", defaults.Host, "an IP address or \"localhost\"", Address),
            Port = section.Integer("port", defaults.Port, 0, IPEndPoint.MaxPort),
            ShutdownTimeout = section.Seconds("shutdown_timeout", defaults.ShutdownTimeout, 0, 3600),
            ServerName = section.Read("server_name", defaults.ServerName, "a text of visible ASCII characters and spaces", HeaderText),
        };
        section.Finish();
        return settings;
    }

    // No name look-up: what an app listens on should not depend on a resolver, and a static executable has none.
    private static IPAddress? Address(SettingValue value) => value.Value switch
    {
        "localhost" => IPAddress.Loopback,
        string text when IPAddress.TryParse(text, out IPAddress? address) => address,
        _ => null,
    };

    private static string? HeaderText(SettingValue value) =>
        value.Value is string { Length: > 0 } text
            && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && text.Trim() == text ? text : null;
}
