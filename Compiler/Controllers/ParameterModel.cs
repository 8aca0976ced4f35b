namespace Stryke.Web.Compiler.Controllers;

/// <summary>One parameter of an action, bound by name from the request.</summary>
/// <param name="Name">The name in C# (<c>userId</c>).</param>
/// <param name="RequestName">The name in the request (<c>user_id</c>).</param>
/// <param name="TypeName">Its type in full, without the nullable mark.</param>
/// <param name="Kind">How its text is read.</param>
/// <param name="IsOptional">Whether it may be absent: nullable, or with a default value.</param>
/// <param name="Default">The default value as C#; null when the type's own null stands for absence.</param>
/// <param name="IsPublic">Whether other assemblies see its type.</param>
internal sealed record ParameterModel(
    string Name,
    string RequestName,
    string TypeName,
    ParameterKind Kind,
    bool IsOptional,
    string? Default,
    bool IsPublic
);
