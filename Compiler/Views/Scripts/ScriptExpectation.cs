namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>What may come next in a script, by the tokens before.</summary>
internal enum ScriptExpectation
{
    /// <summary>A statement.</summary>
    Statement,

    /// <summary>An expression, or the rest of one: after an operator or an opening bracket.</summary>
    Operand,

    /// <summary>What goes on after an operand, or a new statement after a line end.</summary>
    Operator,

    /// <summary>Any of several; a slash is not decided.</summary>
    Unknown,

    /// <summary>No operator, as what has ended is no operand: a binding, an arrow function's block, a <c>break</c>.</summary>
    End,

    /// <summary>The name of a member of an object or a class.</summary>
    Key,

    /// <summary>What follows such a name.</summary>
    AfterKey,

    /// <summary>A name after a dot.</summary>
    Property,

    /// <summary>The parentheses of <c>if</c>, <c>while</c>, <c>for</c>, <c>with</c>, <c>switch</c> or <c>catch</c>.</summary>
    Head,

    /// <summary>The name and the parentheses of a function.</summary>
    FunctionHead,

    /// <summary>The braces of a function.</summary>
    FunctionBody,

    /// <summary>The name, the base and the braces of a class.</summary>
    ClassHead,

    /// <summary>The braces of a <c>switch</c>.</summary>
    SwitchBody,

    /// <summary>After <c>=&gt;</c>.</summary>
    ArrowBody,

    /// <summary>After <c>var</c>, <c>const</c>, or a comma of theirs.</summary>
    Binding,

    /// <summary>After <c>let</c>, which may also be a name.</summary>
    Let,

    /// <summary>After <c>break</c>, <c>continue</c> and <c>debugger</c>.</summary>
    Jump,

    /// <summary>After <c>return</c>, and <c>yield</c> of a generator: a line end would end the statement.</summary>
    Return,

    /// <summary>After <c>async</c>, which may also be a name.</summary>
    Async,

    /// <summary>After <c>import</c>.</summary>
    Import,

    /// <summary>After <c>export</c>.</summary>
    Export,

    /// <summary>After <c>export default</c>.</summary>
    ExportDefault,

    /// <summary>After <c>default</c> of a <c>switch</c>.</summary>
    Default,
}
