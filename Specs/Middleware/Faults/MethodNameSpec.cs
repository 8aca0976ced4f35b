using Stryke.Web.Middleware.Faults;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Faults;

/// <summary>
/// Methods are called what their author called them, also where the run time knows them by what the compiler made of
/// them.
/// </summary>
public sealed class MethodNameSpec
{
    [Theory]
    [InlineData("Blog.PostsController.<Create>d__3.MoveNext()", "Blog.PostsController.Create()")]
    [InlineData("Blog.PostsController.<Create>d__3.MoveNext() + 0x1c4", "Blog.PostsController.Create()")]
    [InlineData("Blog.Shelf`1.<All>d__12`2.MoveNext()", "Blog.Shelf`1.All()")]
    [InlineData("Blog.PostsController.<>c.<Index>b__0_1(Post p)", "Blog.PostsController.Index.lambda(Post p)")]
    [InlineData("Blog.PostsController.<>c__DisplayClass4_0.<Index>b__2(Post p)", "Blog.PostsController.Index.lambda(Post p)")]
    [InlineData("Blog.PostsController.<>c__DisplayClass4_0.<<Index>b__2>d.MoveNext()", "Blog.PostsController.Index.lambda()")]
    [InlineData("Blog.PostsController.<Index>g__Sum|3_0(Int32 a)", "Blog.PostsController.Index.Sum(Int32 a)")]
    [InlineData("Blog.PostsController.<<Index>g__Sum|3_0>d.MoveNext()", "Blog.PostsController.Index.Sum()")]
    [InlineData("Blog.PostsController.Show(Int64 id)", "Blog.PostsController.Show(Int64 id)")]
    [InlineData("Blog.PostsController.Show(Nullable`1 page)", "Blog.PostsController.Show(Nullable`1 page)")]
    public void It_is_the_name_that_was_written(string method, string name) => Assert.Equal(name, MethodName.Clean(method));
}
