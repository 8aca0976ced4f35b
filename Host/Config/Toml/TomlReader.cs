using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// Reads a TOML file: Tomlyn parses and validates it, and what it has found becomes tables whose keys and values know their places, so that
/// whoever finds a setting wrong can say where it stands.
/// </summary>
internal static class TomlReader
{
    /// <param name="file">How messages name the file.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="TomlException">The file is not TOML.</exception>
    public static TomlDocument Read(string file, ReadOnlySpan<byte> utf8)
    {
        var document = Parse(file, TomlText.Decode(file, utf8));
        var root = new TomlTable(new TomlPosition(1, 1));
        foreach (var pair in document.KeyValues)
            Add(root, pair);
        foreach (var section in document.Tables)
            Add(root, section);
        return new TomlDocument(file, root);
    }

    private static DocumentSyntax Parse(string file, string text)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text, file, validate: true);
        }
        catch (Tomlyn.TomlException tooDeep)
        {
            throw new TomlException(
                file,
                tooDeep.Span is { } span ? new TomlPosition(span.Start.Line + 1, span.Start.Column + 1) : new TomlPosition(1, 1),
                tooDeep.Message
            );
        }
        if (!document.HasErrors)
            return document;
        // What follows the first mistake is mostly a consequence of it.
        var first = document
            .Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error)
            .MinBy(message => message.Span.Start.Offset)!;
        throw new TomlException(file, PositionOf(first.Span), first.Message);
    }

    private static void Add(TomlTable root, TableSyntaxBase section)
    {
        var names = NamesOf(section.Name!);
        var parent = Descend(root, names);
        var last = names[^1];
        var position = PositionOf(section.Span);
        TomlTable? table = null;
        if (section is TableArraySyntax)
        {
            if (!parent.TryGet(TextOf(last), out var array))
                parent.Add(TextOf(last), PositionOf(last.Span), array = new TomlArray(position));
            ((TomlArray)array).Add(table = new TomlTable(position));
        }
        else if (parent.TryGet(TextOf(last), out var found))
        {
            table = (TomlTable)found;
        }
        else
        {
            parent.Add(TextOf(last), PositionOf(last.Span), table = new TomlTable(position));
        }
        foreach (var pair in section.Items)
            Add(table, pair);
    }

    private static void Add(TomlTable table, KeyValueSyntax pair)
    {
        var names = NamesOf(pair.Key!);
        Descend(table, names).Add(TextOf(names[^1]), PositionOf(names[^1].Span), ValueOf(pair.Value!));
    }

    // To the table that holds the last name: those on the way are made, and of an array of tables the last one is meant.
    private static TomlTable Descend(TomlTable table, List<BareKeyOrStringValueSyntax> names)
    {
        foreach (var name in names.Take(names.Count - 1))
        {
            if (!table.TryGet(TextOf(name), out var found))
            {
                table.Add(TextOf(name), PositionOf(name.Span), found = new TomlTable(PositionOf(name.Span)));
            }
            table = found as TomlTable ?? (TomlTable)((TomlArray)found).Items[^1];
        }
        return table;
    }

    private static TomlValue ValueOf(ValueSyntax value)
    {
        var position = PositionOf(value.Span);
        switch (value)
        {
            case ArraySyntax syntax:
                var array = new TomlArray(position);
                foreach (var item in syntax.Items)
                    array.Add(ValueOf(item.Value!));
                return array;
            case InlineTableSyntax syntax:
                var table = new TomlTable(position);
                foreach (var item in syntax.Items)
                    Add(table, item.KeyValue!);
                return table;
            default:
                return new TomlScalar(ScalarOf(value), position);
        }
    }

    private static object ScalarOf(ValueSyntax value) =>
        value switch
        {
            StringValueSyntax text => text.Value ?? "",
            IntegerValueSyntax integer => integer.Value,
            FloatValueSyntax number => number.Value,
            BooleanValueSyntax flag => flag.Value,
            DateTimeValueSyntax { Kind: SyntaxKind.LocalDateTime } local => local.Value.DateTime.DateTime,
            DateTimeValueSyntax { Kind: SyntaxKind.LocalDate } day => DateOnly.FromDateTime(day.Value.DateTime.DateTime),
            DateTimeValueSyntax { Kind: SyntaxKind.LocalTime } time => TimeOnly.FromDateTime(time.Value.DateTime.DateTime),
            DateTimeValueSyntax moment => moment.Value.DateTime,
            _ => throw new InvalidOperationException($"Tomlyn returned an unknown value kind: {value.Kind}."),
        };

    private static List<BareKeyOrStringValueSyntax> NamesOf(KeySyntax key) => [key.Key!, .. key.DotKeys.Select(dotted => dotted.Key!)];

    private static string TextOf(BareKeyOrStringValueSyntax name) =>
        name is StringValueSyntax quoted ? quoted.Value ?? "" : ((BareKeySyntax)name).Key!.Text!;

    // Tomlyn counts lines and columns from 0.
    private static TomlPosition PositionOf(SourceSpan span) => new(span.Start.Line + 1, span.Start.Column + 1);
}
