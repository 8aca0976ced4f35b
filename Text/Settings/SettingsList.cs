namespace Stryke.Web.Text.Settings;

/// <summary>The sections that an app's settings may have, in the order in which messages list them.</summary>
/// <param name="reserved">Names that no section may have, as they mean something else.</param>
public sealed class SettingsList(params IReadOnlyList<string> reserved)
{
    private readonly List<string> _names = [];
    private readonly List<Action<SettingsSection, SettingsSet>> _binders = [];

    /// <summary>The names of the sections so far.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds the section that <typeparamref name="T"/> declares. <see cref="SettingsSet.Get{T}"/> gives its values.</summary>
    /// <exception cref="ArgumentException">The name is taken, or cannot be the name of a section.</exception>
    public void Add<T>()
        where T : class, ISettings<T>
    {
        string name = T.Section;
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"{typeof(T)} declares the section '{name}'; a name has lower-case letters, digits and single underscores, as in "
                    + "'mail_queue'."
            );
        }
        if (_names.Contains(name) || reserved.Contains(name))
            throw new ArgumentException($"{typeof(T)} declares the section [{name}], which there is already. Choose another name.");
        _names.Add(name);
        _binders.Add(static (section, settings) => settings.Add(Bind<T>(section)));
    }

    /// <summary>Reads every section, and refuses keys that nobody has asked for.</summary>
    /// <param name="sectionOf">What the layers say about the section of this name.</param>
    /// <exception cref="SettingsException">A setting is unknown, of the wrong type or out of range.</exception>
    public SettingsSet Bind(Func<string, SettingsSection> sectionOf)
    {
        ArgumentNullException.ThrowIfNull(sectionOf);
        var settings = new SettingsSet();
        for (int i = 0; i < _names.Count; i++)
            _binders[i](sectionOf(_names[i]), settings);
        return settings;
    }

    /// <summary>Reads one section, and refuses keys that nobody has asked for.</summary>
    /// <exception cref="SettingsException">A setting is unknown, of the wrong type or out of range.</exception>
    public static T Bind<T>(SettingsSection section)
        where T : class, ISettings<T>
    {
        ArgumentNullException.ThrowIfNull(section);
        var settings = T.Bind(section);
        section.Finish();
        return settings;
    }

    // As the part of a variable's name: in STRYKE_MAIL__HOST two underscores end the section.
    private static bool IsName(string name) =>
        name.Length > 0
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && name[0] != '_'
        && name[^1] != '_';
}
