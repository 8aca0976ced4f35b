using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Code;
using Stryke.Web.Compiler.Views.Erb;
using Stryke.Web.Compiler.Views.Html;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Nesting;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views;

/// <summary>Reads one template: its text and tags, where in the markup each value stands, and what is wrong with it.</summary>
internal sealed partial class ViewParser
{
    private readonly ViewName _name;
    private readonly TemplateCursor _cursor;
    private readonly HtmlTracker _html = new();
    private readonly ElementTracker _elements;
    private readonly BlockTracker _blocks;
    private readonly StringBuilder _literal = new();
    private readonly List<ViewNode> _nodes = [];
    private readonly List<ViewParameter> _parameters = [];
    private readonly List<string> _usings = [];
    private readonly List<ViewReference> _references = [];
    private readonly CodeOutline _outline;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<int> _doubts = [];

    private ViewParser(ViewName name, SourceText text)
    {
        _name = name;
        _cursor = new TemplateCursor(name.FilePath, text);
        _outline = new CodeOutline(text.Length);
        _elements = new ElementTracker(ReportNesting, _cursor.Line);
        _blocks = new BlockTracker(_html, _elements, (offset, length, rule, argument) => Report(offset, length, rule, argument));
    }

    public static ViewModel Parse(ViewName name, SourceText text)
    {
        var parser = new ViewParser(name, text);
        if (name.Problem is { } problem)
            parser.Report(0, 0, ViewsDiagnostics.UnusableName, name.TemplatePath, problem);
        else
            parser.Read(text.ToString());
        return parser.Model();
    }

    private ViewModel Model()
    {
        bool sound = IsSound;
        var certain =
            sound && _references.Count > 0
                ? CertainCalls.In(_outline).Select(call => new ViewReference(call.Name, _cursor.Span(call.Offset, call.Length)))
                : [];
        return new ViewModel(
            _name,
            _parameters.ToEquatableArray(),
            _usings.ToEquatableArray(),
            (sound ? _nodes : []).ToEquatableArray(),
            _references.ToEquatableArray(),
            certain.ToEquatableArray(),
            _diagnostics.ToEquatableArray()
        );
    }

    private bool IsSound => !_diagnostics.Exists(d => d.Rule.DefaultSeverity == DiagnosticSeverity.Error);

    private void Read(string template)
    {
        (var tokens, int unterminated) = ErbLexer.Lex(template);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case ErbTokenKind.Text:
                    ReadText(token);
                    break;
                case ErbTokenKind.Code:
                    ReadCode(token);
                    break;
                case ErbTokenKind.Value or ErbTokenKind.RawValue:
                    ReadValue(token);
                    break;
                case ErbTokenKind.Parameters:
                    ReadParameters(token);
                    break;
            }
        }
        if (unterminated >= 0)
        {
            Report(unterminated, 2, ViewsDiagnostics.UnterminatedTag);
            return;
        }
        EndLiteral();
        _blocks.EndOfTemplate();
        if (_html.State.Place != HtmlPlace.Text && _diagnostics.Count == 0)
        {
            Report(_html.LastOpening, 1, ViewsDiagnostics.UnfinishedMarkup, _html.State.Describe());
        }
        if (IsSound)
            _elements.EndOfTemplate();
        if (_name.IsLayout && _parameters.Count > 0)
        {
            _diagnostics.Add(
                DiagnosticInfo.At(_cursor.Span(0, 0) with { Lines = _parameters[0].Lines }, ViewsDiagnostics.LayoutWithParameters)
            );
        }
    }

    private void ReadText(ErbToken token)
    {
        if (_blocks.AwaitsCase)
        {
            // C# lets nothing stand between the brace of a switch and its first case.
            if (string.IsNullOrWhiteSpace(token.Text))
                return;
            Report(
                token.Start,
                token.Text.Length,
                ViewsDiagnostics.UnfinishedStatement,
                "Nothing can be written between a 'switch' and its first 'case'"
            );
            return;
        }
        for (int i = 0; i < token.Text.Length; i++)
        {
            var before = _html.State;
            if (_html.Next(token.Text[i], token.Start + i) is { } problem)
                Report(token.Start + i, 1, problem.Rule, problem.Text);
            bool hasSlash = i > 0 && token.Text[i - 1] == '/';
            if (token.Text[i] == '>')
                TagReader.EndOfTag(_elements, before, _html.State, _html.LastOpening, hasSlash);
        }
        RefuseInTry(token.Start, string.IsNullOrWhiteSpace(token.Text));
        _literal.Append(token.Text);
    }

    private void ReadCode(ErbToken token)
    {
        if (Tokens(token) is not { } tokens)
            return;
        EndLiteral();
        string code = token.Text.Trim();
        int start = token.Start + (token.Text.Length - token.Text.TrimStart().Length);
        int depth = _blocks.Run(tokens, token.Start);
        _outline.AddCode(tokens, token.Start);
        if (tokens.Count > 0)
            _nodes.Add(new ViewNode(ViewNodeKind.Code, code, _cursor.Lines(start, code.Length), HtmlEscape.None, depth));
    }

    private void ReadValue(ErbToken token)
    {
        if (Tokens(token) is not { } tokens)
            return;
        string expression = token.Text.Trim();
        int start = token.Start + (token.Text.Length - token.Text.TrimStart().Length);
        if (NotAnExpression(tokens, expression) is var (problem, at))
        {
            Report(
                expression.Length == 0 ? token.TagStart : start + at,
                expression.Length == 0 ? 2 : 1,
                ViewsDiagnostics.MalformedCode,
                problem
            );
            return;
        }
        RefuseInTry(token.TagStart, isBlank: false);
        _outline.AddValue(tokens, token.TagStart, token.Start, token.End);
        HtmlEscape escape;
        if (token.Kind == ErbTokenKind.RawValue)
        {
            escape = HtmlEscape.Raw;
            _html.RawValue();
            Report(token.TagStart, 4, ViewsDiagnostics.RawOutput);
        }
        else
        {
            if (_html.State.DropsLineEnd)
                _literal.Append('\n');
            escape = _html.Value(out string? refusal);
            if (refusal is not null)
                Refuse(token, refusal);
        }
        EndLiteral();
        _nodes.Add(new ViewNode(ViewNodeKind.Value, expression, _cursor.Lines(start, expression.Length), escape, _blocks.Depth));
    }

    private void Refuse(ErbToken token, string refusal)
    {
        int length = token.End + 2 - token.TagStart;
        if (_html.State.Doubt is not { } doubt)
        {
            Report(token.TagStart, length, ViewsDiagnostics.UnsafePlace, refusal);
        }
        else if (_doubts.Add(doubt.Offset))
        {
            // Once for all the values after it.
            var sign = _cursor.Lines(doubt.Offset, 1).Start;
            string line = $"{sign.Line + 1}",
                column = $"{sign.Character + 1}";
            if (doubt.Sign == '/')
                Report(token.TagStart, length, ViewsDiagnostics.UndecidedSlash, line, column);
            else
                Report(token.TagStart, length, ViewsDiagnostics.LostScript, doubt.Sign.ToString(), line, column);
        }
    }

    private void RefuseInTry(int offset, bool isBlank)
    {
        if (_blocks.IsInTry && !isBlank)
        {
            Report(
                offset,
                2,
                ViewsDiagnostics.UnevenBlock,
                "Nothing can be written inside a 'try' that goes on over several tags: an exception would leave half of it"
            );
        }
    }

    private void EndLiteral()
    {
        if (_literal.Length == 0)
            return;
        _nodes.Add(new ViewNode(ViewNodeKind.Literal, _literal.ToString(), default, HtmlEscape.None, _blocks.Depth));
        _literal.Clear();
    }

    // Markup that is in disorder has one mistake more often than two: what follows from the first is not told.
    private void ReportNesting(int offset, int length, DiagnosticDescriptor rule, string element, string reason)
    {
        if (IsSound)
            Report(offset, length, rule, element, reason);
    }

    private void Report(int offset, int length, DiagnosticDescriptor rule, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.At(_cursor.Span(offset, length), rule, arguments));
}
