using System.ComponentModel;
using System.Text.Json;

namespace Stryke.Web.Controllers.Json;

/// <summary>
/// JSON that is being written: the writer, and the models that are open in it, so that a cycle among them is cut. Generated writers call
/// it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class JsonValueWriter
{
    private readonly List<IJsonRecord> _open = [];

    internal JsonValueWriter(Utf8JsonWriter writer) => Writer = writer;

    /// <summary>Writes brackets, names and values.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Writes the name of a member. Its value comes next.</summary>
    public void Name(ReadOnlySpan<byte> utf8) => Writer.WritePropertyName(utf8);

    /// <summary>Writes a model: its columns, and the associations that are loaded.</summary>
    public void Record(IJsonRecord? record) => Record(record, null);

    /// <summary>Writes a model that another belongs to, as a member. One that is being written already is left out.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="record">The model; null for none.</param>
    /// <param name="listed">What a list of columns asks for of it; null when none names it.</param>
    public void Reference(ReadOnlySpan<byte> name, IJsonRecord? record, JsonColumnTree? listed)
    {
        if (listed is null && record is not null && IsOpen(record))
            return;
        Name(name);
        Record(record, listed);
    }

    /// <summary>Writes the models that belong to one, as a member. Those that are being written already are left out.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="records">The models.</param>
    /// <param name="listed">What a list of columns asks for of each; null when none names them.</param>
    public void References(ReadOnlySpan<byte> name, IReadOnlyList<IJsonRecord> records, JsonColumnTree? listed)
    {
        Name(name);
        Records(listed is null ? records.Where(record => !IsOpen(record)) : records, listed);
    }

    internal void Records(IEnumerable<IJsonRecord> records, JsonColumnTree? shape)
    {
        Writer.WriteStartArray();
        foreach (var record in records)
            Record(record, shape);
        Writer.WriteEndArray();
    }

    internal void Record(IJsonRecord? record, JsonColumnTree? shape)
    {
        if (record is null)
        {
            Writer.WriteNullValue();
            return;
        }
        Writer.WriteStartObject();
        _open.Add(record);
        WriteMembers(record, shape);
        _open.RemoveAt(_open.Count - 1);
        Writer.WriteEndObject();
    }

    /// <summary>Forgets what a value left open that could not be written to its end.</summary>
    internal void Abandon() => _open.Clear();

    private void WriteMembers(IJsonRecord record, JsonColumnTree? shape)
    {
        bool isWhole = shape is null || shape.IsWhole;
        if (isWhole)
        {
            foreach (int member in record.JsonMembers)
            {
                if (shape is null || !shape.Has(member))
                    record.WriteJson(this, member, null);
            }
        }
        foreach (var (member, inner) in shape?.Members ?? [])
            record.WriteJson(this, member, inner);
    }

    private bool IsOpen(IJsonRecord record)
    {
        foreach (var open in _open)
        {
            if (ReferenceEquals(open, record))
                return true;
            if (record.Id != 0 && open.Id == record.Id && open.GetType() == record.GetType())
                return true;
        }
        return false;
    }
}
