namespace Stryke.Web.Controllers.Json;

/// <summary>One model or several, with the columns that are written of each.</summary>
/// <param name="Record">The model, when it is one.</param>
/// <param name="Records">The models, when they are several.</param>
/// <param name="Shape">The columns.</param>
internal sealed record JsonSelection(IJsonRecord? Record, IEnumerable<IJsonRecord>? Records, JsonColumnTree Shape)
{
    public void Write(JsonValueWriter json)
    {
        if (Records is not null)
            json.Records(Records, Shape);
        else
            json.Record(Record, Shape);
    }
}
