namespace Stryke.Web.Http.Http1;

/// <summary>Finds a known field by its name: first by the length, which leaves one or two of so few, then by the name.</summary>
internal sealed class FieldTable
{
    private readonly KnownField[]?[] _byLength;

    public FieldTable(IReadOnlyCollection<KnownField> fields)
    {
        Fields = fields;
        _byLength = new KnownField[fields.Max(field => field.Name.Length) + 1][];
        foreach (var sameLength in fields.GroupBy(field => field.Name.Length))
            _byLength[sameLength.Key] = [.. sameLength];
    }

    public IReadOnlyCollection<KnownField> Fields { get; }

    /// <summary>The field with a name; null when it is not in the table.</summary>
    public KnownField? Find(ReadOnlySpan<byte> name)
    {
        var byLength = _byLength;
        if ((uint)name.Length >= (uint)byLength.Length || byLength[name.Length] is not { } sameLength)
        {
            return null;
        }

        foreach (var field in sameLength)
        {
            if (field.IsNamed(name))
            {
                return field;
            }
        }

        return null;
    }
}
