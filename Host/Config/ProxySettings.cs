using System.Net;
using System.Net.Sockets;
using Stryke.Web.Host.Config.Toml;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Host.Config;

/// <summary><c>[proxies]</c> of <c>config/server.toml</c>: who may say on whose behalf a request comes, and in which header fields.</summary>
public sealed record ProxySettings
{
    private const string Unix = "unix";

    /// <summary>
    /// <c>trusted</c>: addresses and networks of the proxies in front of the app, and <c>"unix"</c> for whoever connects by a Unix socket; in a variable,
    /// separated by commas. Default: none, and what anybody says of others is ignored.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];

    /// <summary><c>header</c>: <c>"x-forwarded"</c> or <c>"forwarded"</c> (RFC 7239), whichever the proxy sets. Default <c>"x-forwarded"</c>.</summary>
    public ForwardingHeader Header { get; init; }

    /// <summary>
    /// <c>x_forwarded</c>: which of <c>"for"</c>, <c>"proto"</c>, <c>"host"</c> and <c>"port"</c> the proxy sets or removes in every request. A field that it leaves as it
    /// came is the client's word. Default <c>"for"</c> and <c>"proto"</c>.
    /// </summary>
    public XForwardedFields XForwarded { get; init; } = new ProxyOptions().XForwarded;

    internal static ProxySettings Bind(SettingsSection section)
    {
        var defaults = new ProxySettings();
        var settings = new ProxySettings
        {
            Trusted = section.Read(
                "trusted",
                defaults.Trusted,
                "a list of IP addresses, networks such as \"10.0.0.0/8\" (no bits beyond the prefix) and \"unix\"",
                Peers
            ),
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
        section.Finish();
        return settings;
    }

    /// <summary>For the HTTP layer; null when nobody is trusted.</summary>
    internal ProxyOptions? ToOptions() =>
        Trusted.Count == 0
            ? null
            : new ProxyOptions
            {
                Trusted = [.. Trusted.Where(peer => peer != Unix).Select(peer => Network(peer)!.Value)],
                TrustsUnixSockets = Trusted.Contains(Unix),
                Header = Header,
                XForwarded = XForwarded,
            };

    private static IReadOnlyList<string>? Peers(SettingValue value) =>
        Texts(value) is { } peers && peers.All(peer => peer == Unix || Network(peer) is not null) ? peers : null;

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
        if (Texts(value) is not { } names)
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

    private static string[]? Texts(SettingValue value) =>
        value.Value switch
        {
            TomlArray array when array.Items.All(item => item is TomlScalar { Value: string }) =>
            [
                .. array.Items.Select(item => (string)((TomlScalar)item).Value),
            ],
            string text when value.TypeName is null => text.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
            _ => null,
        };
}
