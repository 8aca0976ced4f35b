namespace Stryke.Web.Text.Words;

/// <summary>
/// The one inflector: plurals and singulars of English nouns, by rule and with the irregular ones that models are really called. Only the
/// last word of a name changes: <c>BlogPost</c> → <c>BlogPosts</c>, <c>order_item</c> → <c>order_items</c>, <c>sales person</c> → <c>sales
/// people</c>.
/// </summary>
/// <remarks>The compiler has this file compiled in, so that names mean the same at build time and at run time.</remarks>
public static class Inflector
{
    // Singular, plural. Looked up in both directions before any rule.
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("person", "people"),
        ("man", "men"),
        ("woman", "women"),
        ("child", "children"),
        ("foot", "feet"),
        ("tooth", "teeth"),
        ("goose", "geese"),
        ("mouse", "mice"),
        ("louse", "lice"),
        ("ox", "oxen"),
        ("die", "dice"),
        ("index", "indices"),
        ("matrix", "matrices"),
        ("vertex", "vertices"),
        ("appendix", "appendices"),
        ("axis", "axes"),
        ("datum", "data"),
        ("medium", "media"),
        ("criterion", "criteria"),
        ("phenomenon", "phenomena"),
        ("analysis", "analyses"),
        ("basis", "bases"),
        ("crisis", "crises"),
        ("diagnosis", "diagnoses"),
        ("hypothesis", "hypotheses"),
        ("parenthesis", "parentheses"),
        ("synopsis", "synopses"),
        ("thesis", "theses"),
        ("calf", "calves"),
        ("half", "halves"),
        ("knife", "knives"),
        ("leaf", "leaves"),
        ("life", "lives"),
        ("loaf", "loaves"),
        ("self", "selves"),
        ("shelf", "shelves"),
        ("thief", "thieves"),
        ("wife", "wives"),
        ("wolf", "wolves"),
        ("echo", "echoes"),
        ("hero", "heroes"),
        ("potato", "potatoes"),
        ("tomato", "tomatoes"),
        ("veto", "vetoes"),
        ("quiz", "quizzes"),
        ("movie", "movies"),
        ("cookie", "cookies"),
        ("zombie", "zombies"),
        ("pie", "pies"),
        ("tie", "ties"),
        ("lie", "lies"),
        ("cache", "caches"),
        ("niche", "niches"),
        ("ache", "aches"),
        ("headache", "headaches"),
        ("axe", "axes"),
        ("shoe", "shoes"),
        ("canoe", "canoes"),
        ("toe", "toes"),
        ("gas", "gases"),
        ("bus", "buses"),
        ("virus", "viruses"),
        ("status", "statuses"),
        ("campus", "campuses"),
        ("bonus", "bonuses"),
        ("corpus", "corpora"),
        ("alias", "aliases"),
        ("atlas", "atlases"),
        ("canvas", "canvases"),
        ("bias", "biases"),
        ("lens", "lenses"),
    ];

    private static readonly HashSet<string> Uncountable = new(StringComparer.Ordinal)
    {
        "advice",
        "equipment",
        "feedback",
        "fish",
        "furniture",
        "hardware",
        "information",
        "knowledge",
        "luggage",
        "media",
        "metadata",
        "money",
        "music",
        "news",
        "police",
        "rice",
        "series",
        "sheep",
        "software",
        "species",
        "staff",
        "traffic",
        "weather",
    };

    private static readonly Dictionary<string, string> Plurals = Lookup(static pair => pair.Singular, static pair => pair.Plural);
    private static readonly Dictionary<string, string> Singulars = Lookup(static pair => pair.Plural, static pair => pair.Singular);

    /// <summary>
    /// The plural of a noun: <c>category</c> → <c>categories</c>, <c>Person</c> → <c>People</c>. A plural that is known as one stays.
    /// </summary>
    /// <param name="name">A word, or a name in PascalCase, snake_case or words, whose last word is the noun. Empty is empty.</param>
    public static string Pluralize(string name) => OnLastWord(name, Plural);

    /// <summary>The singular of a noun: <c>Categories</c> → <c>Category</c>, <c>people</c> → <c>person</c>. A singular stays.</summary>
    /// <param name="name">A word, or a name in PascalCase, snake_case or words, whose last word is the noun. Empty is empty.</param>
    public static string Singularize(string name) => OnLastWord(name, Singular);

    private static string Plural(string word)
    {
        if (Uncountable.Contains(word) || Singulars.ContainsKey(word))
            return word;
        if (Plurals.TryGetValue(word, out string? plural))
            return plural;
        if (Ends(word, "y") && word.Length > 1 && !IsVowel(word[word.Length - 2]))
            return Cut(word, 1) + "ies";
        return Ends(word, "s") || Ends(word, "x") || Ends(word, "z") || Ends(word, "ch") || Ends(word, "sh") ? word + "es" : word + "s";
    }

    private static string Singular(string word)
    {
        if (Uncountable.Contains(word) || Plurals.ContainsKey(word))
            return word;
        if (Singulars.TryGetValue(word, out string? singular))
            return singular;
        if (Ends(word, "ies") && word.Length > 4)
            return Cut(word, 3) + "y";
        if (Ends(word, "sses") || Ends(word, "xes") || Ends(word, "zzes") || Ends(word, "ches") || Ends(word, "shes"))
            return Cut(word, 2);
        return Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is") ? Cut(word, 1) : word;
    }

    // The word is changed in lower case and gets its first letter back.
    private static string OnLastWord(string name, Func<string, string> change)
    {
        int start = name.Length;
        while (start > 0 && name[start - 1] is not ('_' or ' ' or '-') && !(start < name.Length && char.IsUpper(name[start])))
            start--;
        string word = name.Substring(start);
        if (word.Length == 0)
            return name;
        string changed = change(word.ToLowerInvariant());
        if (char.IsUpper(word[0]))
            changed = char.ToUpperInvariant(changed[0]) + changed.Substring(1);
        return name.Substring(0, start) + changed;
    }

    // The first of several with one key wins: "axes" is more often "axis" than "axe".
    private static Dictionary<string, string> Lookup(
        Func<(string Singular, string Plural), string> key,
        Func<(string Singular, string Plural), string> value
    )
    {
        var lookup = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Irregular)
        {
            if (!lookup.ContainsKey(key(pair)))
                lookup.Add(key(pair), value(pair));
        }
        return lookup;
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static string Cut(string word, int count) => word.Substring(0, word.Length - count);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
