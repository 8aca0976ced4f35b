namespace Blog;

public sealed partial class CommentsController : ApplicationController
{
    public async Task<Result> Create(long postId)
    {
        if (await Post.All.With(p => p.Comments).Find(postId) is not { } post)
            return NotFound();

        var comment = new Comment(CommentParams) { PostId = post.Id };
        return await comment.Save()
            ? RedirectTo(Paths.Post(post), notice: "Thank you for your comment.")
            : Unprocessable(Views.Posts.Show(post, comment));
    }

    public async Task<Result> Destroy(long postId, long id)
    {
        await Comment.Destroy(id);
        return RedirectTo(Paths.Post(postId), notice: "The comment is gone.");
    }

    private Permitted<Comment> CommentParams => Comment.Permit(Params, c => [c.Author, c.Body]);
}
