using System.ComponentModel;

namespace Stryke.Web.Controllers.Json;

/// <summary>A model that writes itself as JSON, member by member. The generated half of a model implements it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonRecord
{
    /// <summary>The primary key; 0 for a record that is not saved. Two objects of one class with one key are the same row.</summary>
    long Id { get; }

    /// <summary>The numbers of the members that <c>Json(model)</c> writes, in order.</summary>
    ReadOnlySpan<int> JsonMembers { get; }

    /// <summary>Writes one member, its name included; nothing for an association that is not loaded and not asked for.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="member">Its number.</param>
    /// <param name="listed">What is written of an association that a list of columns names; null when no list names this member.</param>
    void WriteJson(JsonValueWriter json, int member, JsonColumnTree? listed);
}

/// <summary>A model of which a list of columns can be written: <c>Json(posts, p => [p.Id, p.Title])</c>.</summary>
/// <typeparam name="TColumns">The generated struct that the lambda names columns of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonRecord<TColumns> : IJsonRecord
    where TColumns : struct;
