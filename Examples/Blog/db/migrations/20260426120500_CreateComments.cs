namespace Blog;

public sealed class CreateComments : Migration
{
    public override void Change() =>
        CreateTable(
            "comments",
            t =>
            {
                t.References("post", to: "posts", onDelete: OnDelete.Cascade);
                t.String("author", limit: 60, @null: false);
                t.Text("body", @null: false);
                t.Timestamps();
            }
        );
}
