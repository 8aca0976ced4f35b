using System.Buffers;
using System.Text;
using Acornima;
using Stryke.Web.Compiler.Views.Html;
using Stryke.Web.Compiler.Views.Scripts;
using Stryke.Web.Views;

namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>
/// Scripts with slots through the compiler's tracker, held against what a parser of JavaScript makes of them: where the
/// tracker says that a value stands in a string of that quote, in a template literal or on its own, the parser must say
/// so; and whatever the values hold, the tokens stay the same. To refuse a slot is always right, but counted.
/// </summary>
internal sealed class ScriptCheck(bool isModule)
{
    private const string Marker = "zq7";

    private static readonly string[] Attacks =
    [
        "\";alert(1);\"",
        "';alert(1);'",
        "`;alert(1);`",
        "${alert(1)}",
        "\\",
        "\\\";alert(1)//",
        "*/alert(1)/*",
        "\n\r\u2028\u2029alert(1)//",
        "/",
        "/\"/",
        "</script><!--",
        "{}",
        "$",
        "{alert(1)}",
    ];

    /// <summary>How many slots stood where a value may stand, in scripts that are some.</summary>
    public long Slots { get; private set; }

    /// <summary>How many of those were refused.</summary>
    public long Refused { get; private set; }

    /// <returns>Null, or what is wrong.</returns>
    public string? Run(byte[] bytes)
    {
        string script = Encoding.UTF8.GetString(bytes);
        if (ScriptParts.Of(Fill(script, _ => Marker), isModule) is not { } parts)
        {
            return null;
        }

        var places = Places(script);
        return Compare(script, places, parts) ?? (places.Contains(null) ? null : Attack(script, places));
    }

    /// <summary>For each slot its quote, or a space where the value stands on its own; null where none may stand.</summary>
    private List<char?> Places(string script)
    {
        var tracker = new HtmlTracker();
        foreach (char c in isModule ? "<script type=\"module\">" : "<script>")
        {
            tracker.Next(c, 0);
        }

        var places = new List<char?>();
        for (int i = 0; i < script.Length; i++)
        {
            if (script[i] != ScriptGenerator.Slot)
            {
                tracker.Next(script[i], i);
                continue;
            }

            var place = tracker.State.Script.Place;
            places.Add(
                tracker.Value(out _) switch
                {
                    HtmlEscape.None => null,
                    HtmlEscape.Script => ' ',
                    _ => place == ScriptPlace.DoubleQuoted ? '"'
                    : place == ScriptPlace.SingleQuoted ? '\''
                    : '`',
                }
            );
        }

        return places;
    }

    private string? Compare(string script, List<char?> places, IReadOnlyList<ScriptPart> parts)
    {
        string filled = Fill(script, _ => Marker);
        for (
            int slot = 0, at = filled.IndexOf(Marker, StringComparison.Ordinal);
            slot < places.Count;
            slot++, at = filled.IndexOf(Marker, at + 1, StringComparison.Ordinal)
        )
        {
            var part = parts.FirstOrDefault(part => part.Start <= at && at < part.End);
            char? place = part?.Kind switch
            {
                TokenKind.StringLiteral => filled[part.Start],
                TokenKind.Template => '`',
                // Names may hold the marker; the value would stand beside them, which is an error to a parser.
                TokenKind.Identifier => ' ',
                _ => null,
            };
            Slots += place is null ? 0 : 1;
            Refused += place is not null && places[slot] is null ? 1 : 0;
            if (places[slot] is { } said && said != place)
            {
                return $"Slot {slot} stands in {part?.Kind.ToString() ?? "a comment"} ({place}), and is taken for {said}:\n{filled}";
            }
        }

        return null;
    }

    private string? Attack(string script, List<char?> places)
    {
        string harmless = Render(script, places, "v");
        if (ScriptParts.Of(harmless, isModule) is not { } expected)
        {
            return null;
        }

        foreach (string attack in Attacks)
        {
            string attacked = Render(script, places, attack);
            if (
                ScriptParts.Of(attacked, isModule) is not { } parts
                || !parts.Select(part => part.Shape(attacked)).SequenceEqual(expected.Select(part => part.Shape(harmless)))
            )
            {
                return $"The value {attack} changes the script:\n{attacked}";
            }
        }

        return null;
    }

    private static string Render(string script, List<char?> places, string value) =>
        Fill(
            script,
            slot =>
            {
                var output = new ArrayBufferWriter<byte>();
                var writer = new HtmlWriter(output);
                if (places[slot] == ' ')
                {
                    writer.Script(value);
                }
                else
                {
                    writer.ScriptString(value);
                }

                writer.Flush();
                return Encoding.UTF8.GetString(output.WrittenSpan);
            }
        );

    private static string Fill(string script, Func<int, string> fill)
    {
        var text = new StringBuilder();
        int slot = 0;
        foreach (char c in script)
        {
            _ = c == ScriptGenerator.Slot ? text.Append(fill(slot++)) : text.Append(c);
        }

        return text.ToString();
    }
}
