namespace Stryke.Web.Text.Settings;

/// <summary>The values of all sections, after all layers. They do not change while the app runs.</summary>
public sealed class SettingsSet
{
    private readonly Dictionary<Type, object> _values = [];

    /// <summary>The settings that <typeparamref name="T"/> declares. From any thread.</summary>
    /// <exception cref="InvalidOperationException">Nobody has added the section.</exception>
    public T Get<T>()
        where T : class, ISettings<T> =>
        _values.TryGetValue(typeof(T), out object? value)
            ? (T)value
            : throw new InvalidOperationException(
                $"The section [{T.Section}] is not among the app's settings. Add it in AddSettings of config/Application.cs: "
                    + $"settings.Add<{typeof(T).Name}>();"
            );

    internal void Add<T>(T settings)
        where T : class, ISettings<T> => _values.Add(typeof(T), settings);
}
