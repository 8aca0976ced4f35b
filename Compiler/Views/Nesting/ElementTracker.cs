using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>
/// Follows the elements of a template and holds that each is closed where it was opened: in its template, in its block, inside its
/// parent. Elements whose end tag HTML lets go are closed with their parent; what a parser would close before that is not looked at.
/// </summary>
/// <param name="report">Takes a mistake: its offset, its length, its rule, the element and the reason.</param>
/// <param name="lineOf">The line of an offset, from 1.</param>
internal sealed class ElementTracker(Action<int, int, DiagnosticDescriptor, string, string> report, Func<int, int> lineOf)
{
    private readonly List<OpenElement> _open = [];
    private readonly Stack<NestingBlock> _blocks = new([new NestingBlock(-1, "", [])]);

    /// <summary>A start tag has ended, whose <c>&lt;</c> stands at <paramref name="offset"/>.</summary>
    public void Start(string name, int offset, bool hasSlash)
    {
        if (ElementRules.IsVoid(name))
            return;
        if (hasSlash && (IsForeign || !ElementRules.IgnoresSlash(name)))
            return;
        _open.Add(new OpenElement(name, offset, hasSlash));
    }

    /// <summary>An end tag has ended, whose <c>&lt;</c> stands at <paramref name="offset"/>.</summary>
    public void End(string name, int offset)
    {
        int index = _open.FindLastIndex(element => element.Name == name);
        if (index < 0)
        {
            Refuse(name, offset, ElementRules.IsVoid(name) ? $"<{name}> has no end tag" : $"no <{name}> is open here{Nearest()}");
            return;
        }
        int unclosed = _open.FindIndex(index + 1, element => !element.IsOptional);
        if (unclosed >= 0)
            Unclosed(_open[unclosed], $"'</{name}>' on line {lineOf(offset)} closes <{name}> around it");
        for (int i = index; i < _open.Count && i < _blocks.Peek().Open.Length; i++)
            _blocks.Peek().Closes(i, offset);
        _open.RemoveRange(index, _open.Count - index);
    }

    /// <summary>A brace opens a block.</summary>
    public void OpenBlock(int offset, string keyword) => _blocks.Push(new NestingBlock(offset, keyword, [.. _open]));

    /// <summary>A brace closes the last block.</summary>
    public void CloseBlock(int offset)
    {
        var block = _blocks.Peek();
        if (!block.IsLeft)
        {
            string line = $"on line {lineOf(offset)}";
            Compare(
                block,
                offset,
                $"the block that it stands in ends {line}. A block closes what it opens; "
                    + "to choose between start tags, choose between their attributes",
                $"when the block that ends {line} does not run, it is missing. Put start and end tag into the same block"
            );
        }
        _blocks.Pop();
        Restore(block);
    }

    /// <summary>A jump leaves what is open.</summary>
    /// <param name="jump">Where to.</param>
    /// <param name="text">Its keyword.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="isCertain">Whether the code behind it is reached no more.</param>
    public void Leave(Jump jump, string text, int offset, bool isCertain)
    {
        var target =
            jump == Jump.Return
                ? _blocks.First(block => block.IsFunction || block == _blocks.Last())
                : _blocks.FirstOrDefault(block => block.IsLoop || (block.IsSwitch && jump == Jump.Break));
        if (target is null)
            return;
        string place = $"'{text}' on line {lineOf(offset)}";
        Compare(target, offset, $"{place} leaves it open", $"{place} then leaves what its start tag stands in");
        if (!isCertain)
            return;
        _blocks.Peek().IsLeft = true;
        if (_blocks.Peek().IsSwitch)
            Restore(_blocks.Peek());
    }

    /// <summary>The template ends.</summary>
    public void EndOfTemplate()
    {
        if (_blocks.Peek().IsLeft)
            return;
        foreach (var element in _open.Where(element => !element.IsOptional).ToArray())
        {
            Unclosed(element, $"the template ends without '</{element.Name}>'");
        }
    }

    private bool IsForeign => _open.FindLast(element => element.Name is "svg" or "math" or "foreignobject").Name is "svg" or "math";

    private void Compare(NestingBlock block, int offset, string unclosed, string missing)
    {
        (var tooMany, int index) = block.Compare(_open);
        if (tooMany is { } element)
            Unclosed(element, unclosed);
        if (index >= 0)
            Refuse(block.Open[index].Name, ClosingOf(index) ?? offset, missing);
    }

    private int? ClosingOf(int index) => _blocks.Select(block => block.ClosingOf(index)).FirstOrDefault(endTag => endTag is not null);

    private void Restore(NestingBlock block)
    {
        _open.Clear();
        _open.AddRange(block.Open);
    }

    private void Unclosed(OpenElement element, string reason) =>
        report(
            element.Offset,
            element.Length,
            ViewsDiagnostics.UnclosedElement,
            element.Name,
            element.HasSlash ? $"{reason}, and '/>' closes only elements that hold nothing" : reason
        );

    private void Refuse(string name, int offset, string reason) =>
        report(offset, name.Length + 3, ViewsDiagnostics.UnopenedElement, name, reason);

    private string Nearest() =>
        _open.Count == 0 ? "" : $", but <{_open[_open.Count - 1].Name}> of line {lineOf(_open[_open.Count - 1].Offset)}";
}
