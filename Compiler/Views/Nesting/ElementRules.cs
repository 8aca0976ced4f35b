namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>Which elements have an end tag, and which may go without (HTML §13.1.2).</summary>
internal static class ElementRules
{
    // The last of them are obsolete; parsers know them all the same.
    private static readonly HashSet<string> Void = Names(
        "area base br col embed hr img input link meta source track wbr param basefont bgsound frame keygen"
    );

    private static readonly HashSet<string> Optional = Names(
        "html head body p li dt dd rt rp rb rtc option optgroup colgroup caption thead tbody tfoot tr td th"
    );

    private static readonly HashSet<string> Others = Names(
        "a abbr acronym address applet article aside audio b bdi bdo big blockquote button canvas center cite code data "
            + "datalist del details dfn dialog dir div dl em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 "
            + "header hgroup i iframe ins kbd label legend main map mark marquee menu meter nav nobr noframes noscript object ol "
            + "output picture pre progress q ruby s samp script search section select slot small span strike strong style sub summary "
            + "sup table template textarea time title tt u ul var video"
    );

    /// <summary>Elements that hold nothing and have no end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Elements whose end tag may be left out where a parser adds it.</summary>
    public static bool IsOptional(string name) => Optional.Contains(name);

    /// <summary>
    /// Whether a parser ignores the slash of <c>/&gt;</c> at that element, outside SVG and MathML. Names that HTML does not know are taken
    /// for those of a fragment of SVG.
    /// </summary>
    public static bool IgnoresSlash(string name) => Others.Contains(name) || Optional.Contains(name) || name.Contains('-');

    private static HashSet<string> Names(string names) => [.. names.Split(' ')];
}
