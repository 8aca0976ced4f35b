namespace Stryke.Web.Specs.Library;

public sealed class CreateLibrary : Migration
{
    public override void Change()
    {
        CreateTable(
            "authors",
            t =>
            {
                t.String("name", limit: 80, @null: false);
                t.Text("email");
                t.Integer("born");
                t.Timestamps();
            }
        );
        AddIndex("authors", "email", unique: true);
        CreateTable(
            "books",
            t =>
            {
                t.String("title", limit: 200, @null: false);
                t.Text("blurb");
                t.Bool("lent", @default: false);
                t.Integer("pages", @null: false);
                t.Integer("shelf", @null: false, @default: 0);
                t.Decimal("price", @null: false, @default: 0m);
                t.References("author");
                t.References("editor", to: "authors", @null: true);
                t.Timestamps();
            }
        );
        CreateTable(
            "reviews",
            t =>
            {
                t.Text("text", @null: false);
                t.References("book");
            }
        );
    }
}
