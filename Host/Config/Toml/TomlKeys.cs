namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads a key: bare, quoted or dotted (TOML 1.0, "Keys").</summary>
internal static class TomlKeys
{
    /// <summary>Reads the key at the cursor and the blanks behind it.</summary>
    public static List<TomlKeyPart> Read(TomlCursor cursor)
    {
        List<TomlKeyPart> parts = [];
        do
        {
            cursor.SkipBlanks();
            parts.Add(ReadPart(cursor));
            cursor.SkipBlanks();
        }
        while (cursor.TryTake('.'));
        return parts;
    }

    private static TomlKeyPart ReadPart(TomlCursor cursor)
    {
        TomlPosition position = cursor.Position;
        if (cursor.Current is '"' or '\'')
        {
            if (cursor.StartsWith("\"\"\"") || cursor.StartsWith("'''")) throw cursor.Fail("expected a key, found a multi-line string");
            return new TomlKeyPart(TomlStrings.Read(cursor), position);
        }
        int start = cursor.Offset;
        while (IsBare(cursor.Current)) cursor.Advance();
        if (cursor.Offset == start)
        {
            throw cursor.Fail($"expected a key (letters, digits, '-' and '_', or a quoted name), found {cursor.Describe()}");
        }
        return new TomlKeyPart(cursor.Since(start).ToString(), position);
    }

    private static bool IsBare(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
