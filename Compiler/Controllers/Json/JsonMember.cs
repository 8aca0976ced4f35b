namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>A property of an object: its name in JSON, its name in C#, and its type's name in full.</summary>
internal sealed record JsonMember(string JsonName, string Name, string TypeName);
