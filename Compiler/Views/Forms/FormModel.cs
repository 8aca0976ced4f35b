using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Forms;

/// <summary>A class that forms are made for: it derives from <c>Stryke.Web.Persistence.Model</c>.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Enums">The enums of its properties.</param>
internal sealed record FormModel(string Namespace, string Name, EquatableArray<FormEnum> Enums)
{
    /// <summary>The name with <c>global::</c> of a type beside it.</summary>
    public string Qualify(string type) => Namespace.Length == 0 ? $"global::{type}" : $"global::{Namespace}.{type}";
}
