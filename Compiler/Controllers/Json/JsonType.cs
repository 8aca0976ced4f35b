using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>A type that is written as JSON.</summary>
/// <param name="TypeName">The type in full, without a nullable mark.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="IsNullable">Whether null is among its values.</param>
/// <param name="Item">The type of the items of a list, of the values of a map, or inside a nullable value; its name in full.</param>
/// <param name="Members">The properties of an object.</param>
internal sealed record JsonType(string TypeName, JsonKind Kind, bool IsNullable, string? Item, EquatableArray<JsonMember> Members);
