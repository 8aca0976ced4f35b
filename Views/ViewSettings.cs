using Stryke.Web.Text.Settings;

namespace Stryke.Web.Views;

/// <summary><c>[views]</c> of <c>config/server.toml</c>: what a page may take.</summary>
public sealed record ViewSettings : ISettings<ViewSettings>
{
    /// <inheritdoc/>
    public static string Section => "views";

    /// <summary><c>max_depth</c>: how many views may be nested, the page and its layout among them; 500 beyond. Default 100.</summary>
    public int MaxDepth { get; init; } = Template.DefaultMaxDepth;

    /// <inheritdoc/>
    public static ViewSettings Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new ViewSettings { MaxDepth = section.Integer("max_depth", Template.DefaultMaxDepth, 1, 100_000) };
    }
}
