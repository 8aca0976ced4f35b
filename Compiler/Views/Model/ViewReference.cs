using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>A call of another view.</summary>
/// <param name="Name">The view's name without <c>Views.</c>: <c>Posts.Post</c>.</param>
/// <param name="Where">Where the call stands.</param>
internal sealed record ViewReference(string Name, SourceSpan Where);
