using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Forms;

/// <summary>An enum that a form has a choice for.</summary>
/// <param name="TypeName">The type as it is written in C#: <c>global::Blog.Status</c>, with its question mark.</param>
/// <param name="IsOptional">Whether it may be null.</param>
/// <param name="Members">Its members in the order of their declaration.</param>
internal sealed record FormEnum(string TypeName, bool IsOptional, EquatableArray<string> Members);
