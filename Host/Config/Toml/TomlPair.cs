namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads <c>key = value</c> into a table: of a section, or of an inline table.</summary>
internal static class TomlPair
{
    public static void Read(TomlCursor cursor, TomlTable table, int depth)
    {
        List<TomlKeyPart> key = TomlKeys.Read(cursor);
        if (!cursor.TryTake('=')) throw cursor.Fail($"expected '=' behind the key, found {cursor.Describe()}");
        cursor.SkipBlanks();
        TomlValue value = TomlValues.Read(cursor, depth);
        Put(cursor, table, key, value);
    }

    // TOML 1.0, "Keys": a dotted key makes the tables on its way, and may add only to tables that dotted keys have made.
    private static void Put(TomlCursor cursor, TomlTable table, List<TomlKeyPart> key, TomlValue value)
    {
        foreach (TomlKeyPart part in key.Take(key.Count - 1))
        {
            if (!table.TryGet(part.Name, out TomlValue? found))
            {
                var made = new TomlTable(part.Position, TomlTableOrigin.DottedKey);
                table.Add(part, made);
                table = made;
            }
            else if (found is TomlTable { Origin: TomlTableOrigin.DottedKey } open)
            {
                table = open;
            }
            else
            {
                throw cursor.Fail(
                    part.Position,
                    $"'{part.Name}' is already defined on line {found.Position.Line}: a dotted key cannot add to it");
            }
        }
        TomlKeyPart last = key[^1];
        if (table.TryGet(last.Name, out TomlValue? twin))
        {
            throw cursor.Fail(last.Position, $"'{last.Name}' is already defined on line {twin.Position.Line}");
        }
        table.Add(last, value);
    }
}
