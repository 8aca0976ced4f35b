using System.Text.RegularExpressions;

namespace Stryke.Web.Middleware.Faults;

/// <summary>Names of methods as they were written, out of those that the compiler has made of them.</summary>
internal static partial class MethodName
{
    /// <summary>
    /// An async method or iterator without its state machine (<c>&lt;Create&gt;d__3.MoveNext</c>), a lambda or local function by the method
    /// that it stands in, and no offset of native code (<c>+ 0x1c</c>).
    /// </summary>
    public static string Clean(string method)
    {
        if (method.Contains('<'))
        {
            method = Closure().Replace(method, "");
            method = StateMachine().Replace(method, "$1");
            method = LocalFunction().Replace(method, "$1.$2");
            method = Lambda().Replace(method, "$1.lambda");
        }

        return Offset().Replace(method, "");
    }

    [GeneratedRegex(@"<>c(__DisplayClass\d+_\d+)?(`\d+)?(\[[^\]]*\])?\.")]
    private static partial Regex Closure();

    // Also of a lambda or a local function: <<Create>b__0>d.MoveNext.
    [GeneratedRegex(@"<(\w+|<\w+>[bg]__[\w|]+)>d(__\d+)?(`\d+)?(\[[^\]]*\])?\.MoveNext")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"<(\w+)>g__(\w+)\|\d+(_\d+)?")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"<(\w+)>b__\d+(_\d+)?")]
    private static partial Regex Lambda();

    [GeneratedRegex(@" \+ 0x[0-9a-fA-F]+$")]
    private static partial Regex Offset();
}
