namespace Stryke.Web.Compiler.Routes;

/// <summary>A model that paths can be made from: its name, its name in full, and whether other assemblies see it.</summary>
internal sealed record ModelType(string Name, string TypeName, bool IsPublic);
