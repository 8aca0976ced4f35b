using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// What one resource is called: <c>BlogPosts</c> is <c>/blog_posts</c>, its one is <c>BlogPost</c>, nested paths say <c>:blog_post_id</c>.
/// </summary>
internal sealed record ResourceNames(string Plural, string Singular, string Segment)
{
    public static ResourceNames Of(string token) => new(token, Inflector.Singularize(token), Naming.SnakeCase(token));

    /// <summary>
    /// The list's name; a word without a plural of its own says <c>NewsIndex</c>, so that <c>News(id)</c> is one of them.
    /// </summary>
    public string List => Plural == Singular ? Plural + "Index" : Plural;

    public string ParentCapture => Naming.SnakeCase(Singular) + "_id";
}
