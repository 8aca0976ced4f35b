namespace Stryke.Web.Controllers.Json;

// What is wrong with a model.
public sealed partial class JsonValueWriter
{
    /// <summary>
    /// Writes what is wrong with a model: <c>{"title":["can't be blank"]}</c>, properties in camelCase in the order they come up first;
    /// what is wrong with the model as a whole stands under <c>base</c>.
    /// </summary>
    /// <param name="errors">The property, null for the model as a whole, and the message.</param>
    public void Errors(IEnumerable<(string? Property, string Message)> errors)
    {
        Writer.WriteStartObject();
        foreach (var property in errors.GroupBy(error => NameOf(error.Property), error => error.Message))
        {
            Writer.WritePropertyName(property.Key);
            Writer.WriteStartArray();
            foreach (string message in property)
                Writer.WriteStringValue(message);
            Writer.WriteEndArray();
        }
        Writer.WriteEndObject();
    }

    private static string NameOf(string? property) => property is null ? "base" : char.ToLowerInvariant(property[0]) + property[1..];
}
