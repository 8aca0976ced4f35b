using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models.Uses;

/// <summary>A member of a model's columns that a lambda asks for: <c>Title</c> in <c>Post.Where(p => p.Title == "…")</c>.</summary>
/// <param name="Model">The model's name, as far as it can be known before anything is generated.</param>
/// <param name="Member">The member.</param>
/// <param name="Where">Where its name stands.</param>
internal sealed record ColumnUse(string Model, string Member, SourceSpan Where);
