namespace Stryke.Web.Compiler.Models;

/// <summary>What the migrations say of a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="HasTimestamps">Whether one of them gives it timestamps.</param>
internal sealed record TableFact(string Table, bool HasTimestamps);
