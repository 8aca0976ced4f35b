using Stryke.Web.Compiler.Views.Code;

namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>A block of code that may or may not run: what is open where it starts must be open where it ends.</summary>
/// <param name="offset">Where its brace stands in the template.</param>
/// <param name="keyword">What the brace belongs to; see <see cref="OpenBlock"/>.</param>
/// <param name="open">The elements that were open before it.</param>
internal sealed class NestingBlock(int offset, string keyword, OpenElement[] open)
{
    private readonly Dictionary<int, int> _closings = [];

    public OpenElement[] Open { get; } = open;

    public bool IsFunction => keyword == "=>";

    public bool IsSwitch => keyword == "switch";

    public bool IsLoop => keyword is "foreach" or "for" or "while" or "do";

    /// <summary>Whether its end is never reached, since a jump stands before it.</summary>
    public bool IsLeft { get; set; }

    /// <summary>Notes that an end tag in this block closed an element that was open before it.</summary>
    public void Closes(int index, int endTag) => _closings[index] = endTag;

    /// <summary>The end tag in this block that closed the element of that index; null when none did.</summary>
    public int? ClosingOf(int index) => _closings.TryGetValue(index, out int endTag) ? endTag : null;

    /// <summary>
    /// Compares what is open now with what was open before the block. An element may take the place of another one of its name:
    /// <c>&lt;/tr&gt;&lt;tr&gt;</c>.
    /// </summary>
    /// <returns>The element that is open too many, or the index of the one that is missing; -1 for none.</returns>
    public (OpenElement? Unclosed, int Missing) Compare(IReadOnlyList<OpenElement> now)
    {
        int next = 0;
        for (int i = 0; i < Open.Length; i++)
        {
            while (next < now.Count && now[next].Name != Open[i].Name && now[next].IsOptional && now[next].Offset > offset)
                next++;
            if (next == now.Count)
                return (null, i);
            if (now[next].Name == Open[i].Name)
                next++;
            else
                return now[next].Offset > offset ? (now[next], -1) : (null, i);
        }
        for (; next < now.Count; next++)
        {
            if (!now[next].IsOptional)
                return (now[next], -1);
        }
        return (null, -1);
    }
}
