using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>
/// What one call of <c>Json(…)</c> needs: the type that it writes and all types below it. Empty where the type is not known yet or cannot
/// be written; <see cref="JsonCallAnalyzer"/> says so when all code is there.
/// </summary>
internal sealed record JsonGraph(EquatableArray<JsonType> Types)
{
    public static JsonGraph Unknown { get; } = new(EquatableArray<JsonType>.Empty);
}
