namespace Blog;

public sealed partial class Routes : RouteMap
{
    protected override void Draw()
    {
        Root(Posts.Index);
        Get("/drafts", Posts.Drafts);
        Resources(Posts, posts => posts.Resources(Comments, only: [Create, Destroy]));
    }
}
