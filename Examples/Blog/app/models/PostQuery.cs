namespace Blog;

public sealed partial class PostQuery
{
    public PostQuery Published => Where(p => p.Published);
    public PostQuery Drafts => Where(p => !p.Published);
    public PostQuery Recent => OrderByDescending(p => p.CreatedAt);
}
