namespace Stryke.Web.Host.Config.Toml;

/// <summary>Opens the table that a header names, by the rules of TOML 1.0, "Table" and "Array of Tables".</summary>
internal sealed class TomlSections(TomlCursor cursor)
{
    /// <summary><c>[a.b]</c>: the table a.b, which no other header may have defined.</summary>
    public TomlTable Open(TomlTable root, List<TomlKeyPart> key, TomlPosition position)
    {
        TomlTable parent = Walk(root, key, position);
        TomlKeyPart last = key[^1];
        if (!parent.TryGet(last.Name, out TomlValue? found))
        {
            var made = new TomlTable(position, TomlTableOrigin.Header);
            parent.Add(last, made);
            return made;
        }
        if (found is not TomlTable { Origin: TomlTableOrigin.Implied } implied) throw AlreadyDefined(last, found);
        implied.Origin = TomlTableOrigin.Header;
        return implied;
    }

    /// <summary><c>[[a.b]]</c>: a new table at the end of the array a.b.</summary>
    public TomlTable OpenArrayItem(TomlTable root, List<TomlKeyPart> key, TomlPosition position)
    {
        TomlTable parent = Walk(root, key, position);
        TomlKeyPart last = key[^1];
        if (!parent.TryGet(last.Name, out TomlValue? found))
        {
            found = new TomlArray(position, isOfTables: true);
            parent.Add(last, found);
        }
        if (found is not TomlArray { IsOfTables: true } array) throw AlreadyDefined(last, found);
        var item = new TomlTable(position, TomlTableOrigin.Header);
        array.Add(item);
        return item;
    }

    private TomlTable Walk(TomlTable table, List<TomlKeyPart> key, TomlPosition position)
    {
        foreach (TomlKeyPart part in key.Take(key.Count - 1))
        {
            if (!table.TryGet(part.Name, out TomlValue? found))
            {
                var implied = new TomlTable(position, TomlTableOrigin.Implied);
                table.Add(part, implied);
                table = implied;
                continue;
            }
            table = found switch
            {
                TomlTable { Origin: not TomlTableOrigin.Inline } open => open,
                TomlArray { IsOfTables: true } array => (TomlTable)array.Items[^1],
                _ => throw AlreadyDefined(part, found),
            };
        }
        return table;
    }

    private TomlException AlreadyDefined(TomlKeyPart part, TomlValue found)
    {
        string article = found.TypeName[0] is 'a' or 'i' or 'o' ? "an" : "a";
        return cursor.Fail(part.Position, $"'{part.Name}' is already defined as {article} {found.TypeName} on line {found.Position.Line}");
    }
}
