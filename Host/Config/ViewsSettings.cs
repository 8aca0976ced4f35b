using Stryke.Web.Views;

namespace Stryke.Web.Host.Config;

/// <summary><c>[views]</c> of <c>config/server.toml</c>: what a page may take.</summary>
public sealed record ViewsSettings
{
    /// <summary><c>max_depth</c>: how many views may be nested, the page and its layout among them; 500 beyond. Default 100.</summary>
    public int MaxDepth { get; init; } = Template.DefaultMaxDepth;

    internal static ViewsSettings Bind(SettingsSection section)
    {
        var settings = new ViewsSettings { MaxDepth = section.Integer("max_depth", Template.DefaultMaxDepth, 1, 100_000) };
        section.Finish();
        return settings;
    }
}
