namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Where in the text of an element a template is that only its own end tag ends: what of an end tag or of a script's comment went by.
/// </summary>
/// <param name="Pending">Characters that may become something with the next.</param>
/// <param name="Level">Within a script, how it is read.</param>
internal readonly record struct ElementText(string Pending, ScriptLevel Level)
{
    public static ElementText Start => new("", ScriptLevel.Plain);

    /// <summary>Whether an end tag's name has gone by, so that a space, a slash or an angle ends the element.</summary>
    public bool Ends(string tag, char c) => Level != ScriptLevel.DoubleEscaped && Pending == "</" + tag && EndsName(c);

    /// <summary>The next character, in lower case.</summary>
    public ElementText Next(string tag, char c)
    {
        if (tag != "script")
            return new ElementText(Suffix(Pending + c, "</" + tag), ScriptLevel.Plain);
        var level = Level switch
        {
            ScriptLevel.Escaped when Pending == "<script" && EndsName(c) => ScriptLevel.DoubleEscaped,
            ScriptLevel.DoubleEscaped when Pending == "</script" && EndsName(c) => ScriptLevel.Escaped,
            _ => Level,
        };
        string pending = level switch
        {
            ScriptLevel.Plain => Suffix(Pending + c, "</script", "<!--"),
            ScriptLevel.Escaped => Suffix(Pending + c, "</script", "-->", "<script"),
            _ => Suffix(Pending + c, "</script", "-->"),
        };
        // "<!-->" is a whole comment: the dashes count twice.
        if (level == ScriptLevel.Plain && pending == "<!--")
            return new ElementText("--", ScriptLevel.Escaped);
        return pending == "-->" ? Start : new ElementText(pending, level);
    }

    public ElementText AfterValue() => this with { Pending = "" };

    private static bool EndsName(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>';

    /// <summary>The longest end of the text that one of the words starts with.</summary>
    private static string Suffix(string text, params string[] words)
    {
        for (int start = 0; start < text.Length; start++)
        {
            string suffix = text.Substring(start);
            foreach (string word in words)
            {
                if (word.StartsWith(suffix, StringComparison.Ordinal))
                    return suffix;
            }
        }
        return "";
    }
}
