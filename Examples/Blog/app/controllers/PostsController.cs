namespace Blog;

public sealed partial class PostsController : ApplicationController
{
    public async Task<Result> Index(int? page) =>
        Views.Posts.Index(await Post.All.Published.Recent.With(p => p.Comments).Page(page ?? 1, per: 10));

    public async Task<Result> Drafts() => Views.Posts.Drafts(await Post.All.Drafts.Recent);

    public async Task<Result> Show(long id) =>
        await Post.All.With(p => p.Comments).Find(id) is { } post ? Views.Posts.Show(post, new Comment()) : NotFound();

    public Result New() => Views.Posts.New(new Post { Published = true });

    public async Task<Result> Create()
    {
        var post = new Post(PostParams);
        return await post.Save() ? RedirectTo(Paths.Post(post), notice: "Your post is saved.") : Unprocessable(Views.Posts.New(post));
    }

    public async Task<Result> Edit(long id) => await Post.Find(id) is { } post ? Views.Posts.Edit(post) : NotFound();

    public async Task<Result> Update(long id)
    {
        if (await Post.Find(id) is not { } post)
            return NotFound();

        post.Assign(PostParams);
        return await post.Save() ? RedirectTo(Paths.Post(post), notice: "Your changes are saved.") : Unprocessable(Views.Posts.Edit(post));
    }

    public async Task<Result> Destroy(long id)
    {
        await Post.Destroy(id);
        return RedirectTo(Paths.Posts, notice: "The post is gone.");
    }

    private Permitted<Post> PostParams => Post.Permit(Params, p => [p.Title, p.Author, p.Summary, p.Body, p.Published]);
}
