namespace Blog;

public sealed partial class Comment : Model
{
    [Presence, Length(2, 60)]
    public partial string Author { get; set; }

    [Presence, Length(2, 2000)]
    public partial string Body { get; set; }
    public partial long PostId { get; set; }

    [BelongsTo]
    public partial Ref<Post> Post { get; }
}
