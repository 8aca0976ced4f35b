using System.Text;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>
/// Makes up JavaScript with slots (<see cref="Slot"/>) where a template would write values: slashes of both kinds in every position, and
/// around them all that a tokenizer decides them by. Most of it is valid; what is not a parser sorts out.
/// </summary>
internal sealed class ScriptGenerator(Random random, bool isModule = false)
{
    /// <summary>Stands for a value.</summary>
    public const char Slot = '\uE000';

    private const int Depth = 3;

    private bool _async;
    private bool _generator;
    private bool _function;
    private int _names;

    /// <summary>A script of a few statements.</summary>
    public string Next()
    {
        (_async, _generator, _function) = (false, false, false);
        return Statements(1 + random.Next(4), Depth);
    }

    /// <summary>The bytes of one, or of one with a piece missing.</summary>
    public byte[] NextBytes()
    {
        string script = Next();
        if (random.Next(4) > 0)
            return Encoding.UTF8.GetBytes(script);
        int start = random.Next(script.Length);
        return Encoding.UTF8.GetBytes(script.Remove(start, Math.Min(1 + random.Next(6), script.Length - start)));
    }

    private string Statements(int count, int depth) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => Statement(depth) + Pick("\n", ";", "\n", ";\n", ";")));

    /// <summary>A statement, or a declaration.</summary>
    private string Statement(int depth)
    {
        if (depth <= 0)
            return Inner(0);
        int next = depth - 1;
        return random.Next(20) switch
        {
            0 => Function("function ", $" f{random.Next(9)}", next),
            1 => Function("function* ", $" f{random.Next(9)}", next),
            2 => Function("async function ", $" f{random.Next(9)}", next),
            3 => Class($" C{_names++}", next),
            4 => $"{Pick("let", "const")} v{_names++} = {Expression(next)}, v{_names++} = {Expression(next)}",
            5 => $"let v{_names++}{Pick("", $", v{_names++}", $" = {Expression(next)}")}",
            6 => $"let {{ a: v{_names++}, b: [w{_names++}] = {Expression(next)} }} = {Expression(next)}",
            7 when isModule && depth == Depth => Pick(
                "import d from 'm'",
                "import 'm'",
                "import { if as q } from \"m\"",
                "export * from 'm'",
                $"export default {Expression(next)}"
            ) + "\n",
            _ => Inner(depth),
        };
    }

    /// <summary>A statement that may stand alone after <c>if (…)</c>.</summary>
    private string Inner(int depth)
    {
        if (depth <= 0)
            return $"{Call(0)};";
        int next = depth - 1;
        return random.Next(24) switch
        {
            0 => $"if{Gap}({Expression(next)}){Gap}{Inner(next)}",
            1 => $"if ({Expression(next)}) {Block(next)}{Gap}else {Inner(next)}",
            2 => $"while ({Expression(next)}) {Block(next)}",
            3 => $"for (var i = ({Expression(next)}); i < {Primary(next)}; i++) {Inner(next)}",
            4 => $"for ({Pick("const", "let", "var")} e of {Primary(next)}) {Block(next)}",
            5 => $"for (const e in {Primary(next)}) {Block(next)}",
            6 => $"do {Inner(next)}\nwhile ({Expression(next)}){Gap}{Inner(next)}",
            7 => $"switch ({Expression(next)}) {{ case {Expression(next)}:{Gap}{Inner(next)}\nbreak; case 2: "
                + $"{{{Inner(next)}}} default: {Inner(next)} }}",
            8 => $"try {Block(next)} catch{Pick(" (e)", "")} {Block(next)} finally {Block(next)}",
            9 => $"var v{_names++}{Pick("", $", v{_names++}", " = " + Expression(next))}\n{Inner(next)}",
            10 => $"l{_names++}: {Inner(next)}",
            11 => _function ? $"return{Gap}{Expression(next)}" : Block(next),
            12 => $"throw {Expression(next)}",
            13 => $"{{ l{_names++}: {Inner(next)} }}",
            14 => isModule ? Block(next) : $"with{Gap}({Primary(next)}) {Inner(next)}",
            15 => $"for (;;) {{ {Pick("break;", "continue;", "break\n", "debugger\n")}{Inner(next)} }}",
            16 => Pick($"a{Gap}++", "a\n++b", "a\n--\nb", $"++/x/.lastIndex", $"a++ / {Primary(next)}"),
            17 => $"// {Slot}\n",
            18 => isModule ? ";" : $"\n--> {Slot}\n",
            _ => Expression(next),
        };
    }

    private string Expression(int depth)
    {
        if (depth <= 0)
            return Primary(0);
        int next = depth - 1;
        return random.Next(16) switch
        {
            0 or 1 or 2 => $"{Primary(next)}{Gap}{Pick(ScriptWords.Binary)} {Expression(next)}",
            3 => $"{Primary(next)} / {Primary(next)} / {Primary(next)}",
            4 => $"{Primary(next)} ? {Expression(next)} : {Expression(next)}",
            5 => $"({Pick("a", "a.b", "a[0]")} {Pick("=", "/=", "+=", "??=")} {Expression(next)})",
            6 => $"{Pick("a", "(a, b)", "()", "async (a)", "async a")} => {Pick(Primary(next), Block(next), $"({Object(next)})")}",
            7 => $"{Pick("typeof ", "void ", "!", "- ", "+ ", "~", "new ")}{Primary(next)}",
            8 => _async ? $"await{Gap}{Pick(Primary(next), Regex, Object(next))}" : Primary(next),
            9 => _generator ? $"yield {Pick(Primary(next), Regex, Object(next))}" : Primary(next),
            10 => $"a{Pick("++", "--")}{Gap}/ {Primary(next)}",
            _ => Primary(next),
        };
    }

    private string Primary(int depth)
    {
        int next = depth - 1;
        return random.Next(depth <= 0 ? 9 : 20) switch
        {
            0 => Pick(ScriptWords.Names),
            1 => Pick(ScriptWords.Numbers),
            2 or 3 => String(),
            4 => Regex,
            5 => Slot.ToString(),
            6 => Call(0),
            7 => $"{Regex}.test({String()})",
            8 => Pick("null", "true", "this", "[]", "{}", "a?.b", "a?.[0]", "a ?.5 : 1"),
            9 => $"({Expression(next)})",
            10 => $"[{Expression(next)}, {Expression(next)}]",
            11 => Object(next),
            12 => Template(next),
            13 => Function("function ", "", next),
            14 => Class("", next),
            15 => $"({Function("async function ", "", next)})",
            16 => $"{Pick(ScriptWords.Names)}{Pick("`", "")}[{Expression(next)}]",
            17 => $"({Pick(ScriptWords.Names)}){Gap}/ {Primary(next)}",
            _ => Call(next),
        };
    }

    private string Call(int depth) =>
        depth <= 0 ? $"f({String()})" : $"{Pick("f", "x.if", "x.while", "a?.for", "async")}{Gap}({Expression(depth - 1)}, {String()})";

    private string Object(int depth) =>
        "{"
        + string.Concat(
            Enumerable
                .Range(0, random.Next(4))
                .Select(_ =>
                    random.Next(7) switch
                    {
                        0 => Function("", Pick(ScriptWords.Keys), depth),
                        1 => Function(Pick("get ", "async ", "* "), Pick(ScriptWords.Keys), depth),
                        2 => "..." + Primary(depth),
                        3 => "a",
                        _ => $"{Pick(ScriptWords.Keys)}:{Gap}{Expression(depth)}",
                    } + ","
                )
        )
        + "}";

    private string Class(string name, int depth) =>
        $"class{name}{Pick("", $" extends {Pick(Call(depth), "B", "(a / 2)")}")} {{"
        + string.Concat(
            Enumerable
                .Range(0, random.Next(4))
                .Select(_ =>
                    random.Next(7) switch
                    {
                        0 => Function(Pick("", "static ", "async ", "get ", "* "), Pick(ScriptWords.Keys), depth),
                        1 => $"{Pick("", "static ")}{Pick("p", "#q", "if", "static", "async")} = {Expression(depth)}{Pick(";", "\n")}",
                        2 => $"static {Block(depth)}",
                        3 => Pick("p;", "p\n", ";"),
                        _ => Function("", Pick("m", "#n", "if", "get", "async"), depth),
                    }
                )
        )
        + "}";

    private string Block(int depth) => $"{{{Gap}{Statements(random.Next(3), depth)}}}";

    private string Function(string before, string name, int depth)
    {
        (bool isAsync, bool isGenerator, bool isFunction) = (_async, _generator, _function);
        (_async, _generator, _function) = (
            before.StartsWith("async", StringComparison.Ordinal),
            before.Contains('*', StringComparison.Ordinal),
            true
        );
        string text = $"{before}{name}({(before == "get " ? "" : Pick("", "a", "a, b = 1 / 2"))}) {Block(depth)}";
        (_async, _generator, _function) = (isAsync, isGenerator, isFunction);
        return text;
    }

    private string Template(int depth) =>
        $"`{Pick("", "\\`", "$", "\\${", "\"")}{Slot}"
        + $"{Pick("", $"${{{Expression(depth)}}}", $"${{{Object(depth)}}}\\\\")}{Pick("", "'", "}")}{Slot}`";

    private string String() =>
        Pick(
            $"\"{Slot}\"",
            $"'{Slot}'",
            $"\"'{Slot}\"",
            $"'\\'{Slot}'",
            "\"//\"",
            "'<!-- -->'",
            $"`{Slot}`",
            "'\\\\'",
            $"\"\\\r\n{Slot}\"",
            "'\u2028'"
        );

    private string Regex => Pick(ScriptWords.Regexes);

    private string Gap => random.Next(3) > 0 ? "" : Pick(ScriptWords.Gaps);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
