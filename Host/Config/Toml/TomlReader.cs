namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// Reads TOML 1.0. A file is a list of statements (key = value, <c>[header]</c>, <c>[[header]]</c>), each on its own line; this type
/// reads the statements and leaves keys, values and the rules of tables to <see cref="TomlKeys"/>, <see cref="TomlValues"/> and
/// <see cref="TomlSections"/>.
/// </summary>
internal sealed class TomlReader
{
    private readonly TomlCursor _cursor;
    private readonly TomlSections _sections;

    private TomlReader(TomlCursor cursor)
    {
        _cursor = cursor;
        _sections = new TomlSections(cursor);
    }

    /// <param name="file">How messages name the file.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="TomlException">The file is not TOML 1.0.</exception>
    public static TomlDocument Read(string file, ReadOnlySpan<byte> utf8)
    {
        var reader = new TomlReader(new TomlCursor(file, TomlText.Decode(file, utf8)));
        return new TomlDocument(file, reader.ReadStatements());
    }

    private TomlTable ReadStatements()
    {
        TomlTable root = new(new TomlPosition(1, 1), TomlTableOrigin.Header), current = root;
        while (true)
        {
            _cursor.SkipBlankLines();
            if (_cursor.AtEnd) return root;
            if (_cursor.Current == '[') current = ReadHeader(root);
            else ReadPair(current);
        }
    }

    private void ReadPair(TomlTable table)
    {
        TomlPair.Read(_cursor, table, depth: 0);
        _cursor.EndLine("the value");
    }

    private TomlTable ReadHeader(TomlTable root)
    {
        TomlPosition position = _cursor.Position;
        bool isArray = _cursor.Peek(1) == '[';
        string close = isArray ? "]]" : "]";
        _cursor.Advance(close.Length);
        _cursor.SkipBlanks();
        List<TomlKeyPart> key = TomlKeys.Read(_cursor);
        if (!_cursor.StartsWith(close)) throw _cursor.Fail($"expected '{close}' to close the header, found {_cursor.Describe()}");
        _cursor.Advance(close.Length);
        TomlTable table = isArray ? _sections.OpenArrayItem(root, key, position) : _sections.Open(root, key, position);
        _cursor.EndLine("the header");
        return table;
    }
}
