namespace Stryke.Web.Controllers.Json;

/// <summary>Writes a value as JSON.</summary>
/// <param name="json">Where to.</param>
/// <param name="value">The value.</param>
public delegate void JsonWrite<in T>(JsonValueWriter json, T value);
