namespace Blog;

public sealed class CreatePosts : Migration
{
    public override void Change()
    {
        CreateTable(
            "posts",
            t =>
            {
                t.String("title", limit: 120, @null: false);
                t.String("author", limit: 60, @null: false);
                t.String("summary", limit: 240);
                t.Text("body", @null: false);
                t.Bool("published", @default: false);
                t.Timestamps();
            }
        );
        AddIndex("posts", ["published", "created_at"]);
    }
}
