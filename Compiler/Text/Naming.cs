using System.Text;

namespace Stryke.Web.Compiler.Text;

/// <summary>
/// The conventions between names: <c>BlogPost</c> is the table <c>blog_posts</c>, the folder <c>blog_posts</c>, the controller
/// <c>BlogPostsController</c>. English plurals by rule, with the irregular ones that models are really called.
/// </summary>
internal static class Naming
{
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("person", "people"), ("man", "men"), ("woman", "women"), ("child", "children"), ("foot", "feet"), ("tooth", "teeth"),
        ("goose", "geese"), ("mouse", "mice"), ("ox", "oxen"), ("index", "indices"), ("matrix", "matrices"), ("vertex", "vertices"),
        ("quiz", "quizzes"), ("datum", "data"), ("medium", "media"), ("criterion", "criteria"), ("analysis", "analyses"),
        ("life", "lives"), ("leaf", "leaves"), ("shelf", "shelves"), ("half", "halves"), ("movie", "movies"), ("status", "statuses"),
        ("bus", "buses"), ("alias", "aliases"), ("hero", "heroes"), ("potato", "potatoes"), ("cookie", "cookies"),
    ];

    private static readonly string[] Uncountable =
        ["equipment", "information", "money", "news", "series", "species", "fish", "sheep", "staff", "feedback", "media", "metadata"];

    /// <summary><c>BlogPost</c> → <c>blog_post</c>; <c>HTMLPage</c> → <c>html_page</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool startsWord = char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary><c>blog_post</c>, <c>blog-post</c> → <c>BlogPost</c>.</summary>
    public static string PascalCase(string name)
    {
        var text = new StringBuilder(name.Length);
        bool upper = true;
        foreach (char c in name)
        {
            if (c is '_' or '-' or ' ' or '.')
            {
                upper = true;
                continue;
            }
            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }
        return text.ToString();
    }

    /// <summary><c>Title</c> → <c>Title</c>, <c>AuthorId</c> → <c>Author</c>, <c>PublishedAt</c> → <c>Published at</c>: a label for people.</summary>
    public static string Humanize(string name)
    {
        string words = SnakeCase(name).Replace('_', ' ');
        if (words.EndsWith(" id", StringComparison.Ordinal)) words = words.Substring(0, words.Length - 3);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }

    /// <summary>The plural of a name; only its last word changes (<c>BlogPost</c> → <c>BlogPosts</c>).</summary>
    public static string Pluralize(string name) => OnLastWord(name, PluralOfWord);

    /// <summary>The singular of a name; only its last word changes (<c>Categories</c> → <c>Category</c>).</summary>
    public static string Singularize(string name) => OnLastWord(name, SingularOfWord);

    private static string OnLastWord(string name, Func<string, string> change)
    {
        int start = name.Length;
        while (start > 0 && name[start - 1] != '_' && !(start < name.Length && char.IsUpper(name[start]))) start--;
        string head = name.Substring(0, start), word = name.Substring(start);
        if (word.Length == 0) return name;
        string changed = change(word.ToLowerInvariant());
        return head + (char.IsUpper(word[0]) ? char.ToUpperInvariant(changed[0]) + changed.Substring(1) : changed);
    }

    private static string PluralOfWord(string word)
    {
        if (Uncountable.Contains(word)) return word;
        foreach (var (singular, plural) in Irregular)
        {
            if (word == singular || word == plural) return plural;
        }
        if (Ends(word, "y") && word.Length > 1 && !IsVowel(word[word.Length - 2])) return Cut(word, 1) + "ies";
        if (Ends(word, "s") || Ends(word, "x") || Ends(word, "z") || Ends(word, "ch") || Ends(word, "sh")) return word + "es";
        return word + "s";
    }

    private static string SingularOfWord(string word)
    {
        if (Uncountable.Contains(word)) return word;
        foreach (var (singular, plural) in Irregular)
        {
            if (word == plural || word == singular) return singular;
        }
        if (Ends(word, "ies") && word.Length > 4) return Cut(word, 3) + "y";
        if (Ends(word, "sses") || Ends(word, "xes") || Ends(word, "zes") || Ends(word, "ches") || Ends(word, "shes")) return Cut(word, 2);
        return Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") ? Cut(word, 1) : word;
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static string Cut(string word, int count) => word.Substring(0, word.Length - count);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
