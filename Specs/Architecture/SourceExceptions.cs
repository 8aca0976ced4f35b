namespace Stryke.Web.Specs.Architecture;

/// <summary>
/// Files that a rule does not hold for, with the reason: a path, or the beginning of one that ends with a slash. The lists may only shrink:
/// an entry without a violation must go.
/// </summary>
internal static class SourceExceptions
{
    public static IReadOnlyDictionary<string, string> LongLines { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> LongFiles { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Namespaces { get; } =
        new Dictionary<string, string>
        {
            ["Compiler/Text/IsExternalInit.cs"] = "The C# compiler looks for it in System.Runtime.CompilerServices.",
            ["Persistence/Associations/"] = "What a model names has one namespace.",
            ["Persistence/Callbacks/"] = "What a model names has one namespace.",
            ["Persistence/Columns/"] = "What a model names has one namespace.",
            ["Persistence/Errors/"] = "What a model names has one namespace.",
        };

    public static IReadOnlyDictionary<string, string> Threads { get; } = new Dictionary<string, string>();

    /// <summary>What a rule finds wrong outside of its exceptions, and the exceptions that it no longer needs.</summary>
    public static IEnumerable<string> Violations(
        IEnumerable<KeyValuePair<string, string>> files,
        Func<string, string, string?> rule,
        IReadOnlyDictionary<string, string> exceptions
    )
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            if (rule(path, text) is not { } wrong)
                continue;
            if (exceptions.Keys.FirstOrDefault(key => path == key || (key.EndsWith('/') && path.StartsWith(key))) is { } exception)
                needed.Add(exception);
            else
                yield return wrong;
        }
        foreach (string exception in exceptions.Keys.Except(needed))
            yield return $"{exception} keeps the rule now: remove it from {nameof(SourceExceptions)}.";
    }
}
