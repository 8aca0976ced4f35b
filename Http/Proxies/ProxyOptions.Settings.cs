using System.Net;
using System.Net.Sockets;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Http.Proxies;

// [proxies] of config/server.toml: trusted is a list of addresses, networks and "unix"; header and x_forwarded say which fields are read.
public sealed partial record ProxyOptions : ISettings<ProxyOptions>
{
    private const string Unix = "unix";

    /// <inheritdoc/>
    public static string Section => "proxies";

    /// <inheritdoc/>
    public static ProxyOptions Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var defaults = new ProxyOptions();
        var trusted = section.Read<IReadOnlyList<string>>(
            "trusted",
            [],
            "a list of IP addresses, networks such as \"10.0.0.0/8\" (no bits beyond the prefix) and \"unix\"",
            Peers
        );
        return new ProxyOptions
        {
            Trusted = [.. trusted.Where(static peer => peer != Unix).Select(static peer => Network(peer)!.Value)],
            TrustsUnixSockets = trusted.Contains(Unix),
            Header = section.Choice(
                "header",
                defaults.Header,
                ("x-forwarded", ForwardingHeader.XForwarded),
                ("forwarded", ForwardingHeader.Forwarded)
            ),
            XForwarded = section
                .Read("x_forwarded", (XForwardedFields?)defaults.XForwarded, "a list of \"for\", \"proto\", \"host\" and \"port\"", Fields)
                .Value,
        };
    }

    private static IReadOnlyList<string>? Peers(SettingValue value) =>
        value.Texts() is { } peers && peers.All(static peer => peer == Unix || Network(peer) is not null) ? peers : null;

    private static IPNetwork? Network(string text)
    {
        if (text.Split('/') is [var address, _] && IPNetwork.TryParse(text, out var network))
        {
            // Not left to the run time, whose versions differ: with bits beyond the prefix, one of the two is a mistake.
            return IPAddress.TryParse(address, out var start) && start.Equals(network.BaseAddress) ? network : null;
        }

        // An address with a zone is of one link only; and of digits alone TryParse makes an address, too.
        if (!text.AsSpan().ContainsAny('.', ':') || text.Contains('%') || !IPAddress.TryParse(text, out var single))
            return null;
        return new IPNetwork(single, single.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static XForwardedFields? Fields(SettingValue value)
    {
        if (value.Texts() is not { } names)
            return null;
        var fields = XForwardedFields.None;
        foreach (string name in names)
        {
            var field = name switch
            {
                "for" => XForwardedFields.For,
                "proto" => XForwardedFields.Proto,
                "host" => XForwardedFields.Host,
                "port" => XForwardedFields.Port,
                _ => XForwardedFields.None,
            };
            if (field == XForwardedFields.None)
                return null;
            fields |= field;
        }
        return fields;
    }
}
