namespace Stryke.Web.Controllers.Json;

/// <summary>
/// The generated writer of a type, found without a lookup. The generated code of an app fills it in before its first request.
/// </summary>
public static class JsonWriters<T>
{
    /// <summary>Writes a value of the type; null when none was generated.</summary>
    public static JsonWrite<T>? Write { get; set; }
}
