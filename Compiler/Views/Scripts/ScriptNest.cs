namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>
/// What is open in a script, as a string with a character for each: brackets, and markers for what began before its bracket or has none.
/// </summary>
internal static class ScriptNest
{
    /// <summary>Parentheses of a group or of arguments.</summary>
    public const char Group = '(';

    /// <summary>Parentheses after <c>async</c>: arguments, or parameters.</summary>
    public const char AsyncGroup = 'y';

    /// <summary>Parentheses that belong to the marker below them.</summary>
    public const char Head = 'h';

    /// <summary>An array, a pattern or an index.</summary>
    public const char Array = '[';

    /// <summary>The computed name of a member.</summary>
    public const char ComputedKey = 'k';

    /// <summary>An object, or a pattern of one.</summary>
    public const char Object = 'o';

    /// <summary>A block of statements.</summary>
    public const char Block = 'B';

    /// <summary>The body of the function whose marker is below.</summary>
    public const char FunctionBody = 'b';

    /// <summary>The body of the class whose marker is below.</summary>
    public const char ClassBody = 'c';

    /// <summary>The body of a <c>switch</c>.</summary>
    public const char SwitchBody = 's';

    /// <summary>A block that runs when its class is made.</summary>
    public const char StaticBlock = 't';

    /// <summary><c>${</c> in a template literal.</summary>
    public const char Substitution = '$';

    /// <summary>Braces of a block, an object or something else.</summary>
    public const char Uncertain = 'u';

    /// <summary>Any number of brackets: code of the template opened or closed some in one of its branches.</summary>
    public const char Lost = 'L';

    /// <summary>Marker: a head after which a statement comes.</summary>
    public const char Control = 'i';

    /// <summary>Marker: the head of a <c>for</c>.</summary>
    public const char For = 'r';

    /// <summary>Marker: the head of a <c>switch</c>.</summary>
    public const char Switch = 'S';

    /// <summary>Marker: a head, or a method that is named like one.</summary>
    public const char UncertainHead = 'n';

    /// <summary>Marker: a function declaration.</summary>
    public const char FunctionDeclaration = 'F';

    /// <summary>Marker: a function that is an operand.</summary>
    public const char FunctionExpression = 'f';

    /// <summary>Marker: a method.</summary>
    public const char Method = 'm';

    /// <summary>Marker: an arrow function.</summary>
    public const char Arrow = '>';

    /// <summary>Marker: a function that is a declaration or an operand.</summary>
    public const char UncertainFunction = 'x';

    /// <summary>Marker: a class declaration.</summary>
    public const char ClassDeclaration = 'C';

    /// <summary>Marker: a class that is an operand.</summary>
    public const char ClassExpression = 'e';

    /// <summary>Marker: a class that is a declaration or an operand.</summary>
    public const char UncertainClass = 'X';

    /// <summary>After a function's marker: it may await.</summary>
    public const char IsAsync = 'A';

    /// <summary>After a function's marker: it may yield.</summary>
    public const char IsGenerator = '*';

    /// <summary>Marker: a conditional expression that has yet to see its colon.</summary>
    public const char Conditional = '?';

    /// <summary>Marker: a <c>case</c> that has yet to see its colon.</summary>
    public const char Case = 'q';

    /// <summary>Marker: a list of bindings.</summary>
    public const char Bindings = 'V';

    private const string Brackets = "(yh[koBbcst$uL";

    private const string Statements = "Bbst";

    private const string Functions = "FfmxbcCeX>";

    /// <summary>The innermost bracket; NUL where none is open.</summary>
    public static char Bracket(string nest)
    {
        int at = LastBracket(nest);
        return at < 0 ? '\0' : nest[at];
    }

    /// <summary>Without the markers above the innermost bracket.</summary>
    public static string Strip(string nest) => nest.Substring(0, LastBracket(nest) + 1);

    /// <summary>What is on top; NUL for nothing.</summary>
    public static char Top(string nest) => nest.Length == 0 ? '\0' : nest[nest.Length - 1];

    public static string Pop(string nest) => nest.Length == 0 ? nest : nest.Substring(0, nest.Length - 1);

    /// <summary>Without what is known of the function whose marker is below.</summary>
    public static string WithoutFlags(string nest) => nest.TrimEnd(IsAsync, IsGenerator);

    /// <summary>Whether statements stand directly in the innermost bracket.</summary>
    public static bool HoldsStatements(string nest) => Bracket(nest) is '\0' || Statements.IndexOf(Bracket(nest)) >= 0;

    /// <summary>Whether the innermost bracket may be one that members are named in.</summary>
    public static bool MayHoldMembers(string nest) => Bracket(nest) is Uncertain or Lost or Object or ClassBody;

    /// <summary>Whether the code is known to stand right in the body of a function of that kind.</summary>
    public static bool IsInFunction(string nest, char flag)
    {
        for (int i = nest.Length - 1; i >= 0; i--)
        {
            if (Functions.IndexOf(nest[i]) < 0 && nest[i] is not Lost)
                continue;
            if (nest[i] != FunctionBody)
                return false;
            string below = nest.Substring(0, i);
            return below.Substring(WithoutFlags(below).Length).IndexOf(flag) >= 0;
        }
        return false;
    }

    private static int LastBracket(string nest)
    {
        int at = nest.Length - 1;
        while (at >= 0 && Brackets.IndexOf(nest[at]) < 0)
            at--;
        return at;
    }
}
