namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads whatever may stand behind an equals sign.</summary>
internal static class TomlValues
{
    /// <summary>How deep arrays and inline tables may nest, so that a hostile file cannot exhaust the stack.</summary>
    private const int MaxDepth = 100;

    public static TomlValue Read(TomlCursor cursor, int depth)
    {
        if (depth > MaxDepth) throw cursor.Fail($"expected at most {MaxDepth} arrays and tables inside each other");
        TomlPosition position = cursor.Position;
        return cursor.Current switch
        {
            '"' or '\'' => new TomlScalar(TomlStrings.Read(cursor), position),
            '[' => ReadArray(cursor, depth),
            '{' => ReadInlineTable(cursor, depth),
            _ => new TomlScalar(TomlWords.Read(cursor), position),
        };
    }

    // TOML 1.0, "Array": ends of line and comments anywhere between items; a trailing comma is permitted.
    private static TomlArray ReadArray(TomlCursor cursor, int depth)
    {
        var array = new TomlArray(cursor.Position);
        cursor.Advance();
        cursor.SkipBlankLines();
        while (!cursor.TryTake(']'))
        {
            array.Add(Read(cursor, depth + 1));
            cursor.SkipBlankLines();
            if (cursor.TryTake(',')) cursor.SkipBlankLines();
            else if (cursor.Current != ']') throw cursor.Fail($"expected ',' or ']' in the array, found {cursor.Describe()}");
        }
        return array;
    }

    // TOML 1.0, "Inline Table": on one line, no trailing comma, complete where it stands.
    private static TomlTable ReadInlineTable(TomlCursor cursor, int depth)
    {
        var table = new TomlTable(cursor.Position, TomlTableOrigin.Inline);
        cursor.Advance();
        cursor.SkipBlanks();
        if (cursor.TryTake('}')) return table;
        do
        {
            TomlPair.Read(cursor, table, depth + 1);
            cursor.SkipBlanks();
        }
        while (cursor.TryTake(','));
        if (!cursor.TryTake('}')) throw cursor.Fail($"expected ',' or '}}' in the inline table, found {cursor.Describe()}");
        Complete(table);
        return table;
    }

    // Tables that dotted keys have made inside the braces are as complete as the braces are.
    private static void Complete(TomlTable table)
    {
        table.Origin = TomlTableOrigin.Inline;
        foreach (TomlTable.Entry entry in table.Entries)
        {
            if (entry.Value is TomlTable { Origin: TomlTableOrigin.DottedKey } inner) Complete(inner);
        }
    }
}
