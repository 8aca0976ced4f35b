using System.Text;

namespace Stryke.Web.Compiler.Text;

/// <summary>
/// The conventions between names: <c>BlogPost</c> is the table <c>blog_posts</c>, the folder <c>blog_posts</c>, the controller
/// <c>BlogPostsController</c>. Plurals are <see cref="Stryke.Web.Text.Words.Inflector"/>'s.
/// </summary>
internal static class Naming
{
    /// <summary><c>BlogPost</c> → <c>blog_post</c>; <c>HTMLPage</c> → <c>html_page</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool startsWord =
                char.IsUpper(c)
                && i > 0
                && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
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

    /// <summary>
    /// <c>Title</c> → <c>Title</c>, <c>AuthorId</c> → <c>Author</c>, <c>PublishedAt</c> → <c>Published at</c>: a label for people.
    /// </summary>
    public static string Humanize(string name)
    {
        string words = SnakeCase(name).Replace('_', ' ');
        if (words.EndsWith(" id", StringComparison.Ordinal))
            words = words.Substring(0, words.Length - 3);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }
}
