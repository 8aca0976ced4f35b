namespace Blog;

/// <summary>What <c>blog db seed</c> writes: a year of a small journal. An app that already has posts is left as it is.</summary>
public sealed class BlogSeeds : Seeds
{
    private const int DaysBetweenPosts = 9;

    public override async Task Run()
    {
        if (await Post.All.Any())
            return;

        SeedPost[] posts = [.. Spring.Posts, .. Summer.Posts, .. Autumn.Posts, .. Winter.Posts];
        var day = DateTime.UtcNow.Date.AddHours(8).AddDays(-2 - DaysBetweenPosts * posts.Length);
        foreach (var post in posts)
            await Write(post, day = day.AddDays(DaysBetweenPosts));
    }

    private static async Task Write(SeedPost seed, DateTime day)
    {
        var post = new Post
        {
            Title = seed.Title,
            Author = seed.Author,
            Summary = seed.Summary,
            Body = seed.Text,
            Published = !seed.Draft,
            CreatedAt = day,
        };
        await post.Save();

        foreach (var (author, body) in seed.Comments)
        {
            await new Comment
            {
                PostId = post.Id,
                Author = author,
                Body = body,
                CreatedAt = day = day.AddHours(7),
            }.Save();
        }
    }
}
