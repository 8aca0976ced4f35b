namespace Blog;

public sealed partial class Post : Model
{
    [Presence, Length(3, 120)]
    public partial string Title { get; set; }

    [Presence, Length(2, 60)]
    public partial string Author { get; set; }

    [Length(0, 240)]
    public partial string? Summary { get; set; }

    [Presence]
    public partial string Body { get; set; }
    public partial bool Published { get; set; }

    [HasMany]
    public partial Many<Comment> Comments { get; }

    /// <summary>What a list shows of the post: its summary, or else how it begins.</summary>
    public string Teaser => string.IsNullOrEmpty(Summary) ? Words.Truncate(Body, 160) : Summary;

    /// <summary>Minutes that reading takes, at 220 words a minute; one that has begun counts.</summary>
    public int MinutesToRead => Math.Max(1, (Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length + 219) / 220);
}
