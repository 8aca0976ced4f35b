namespace Stryke.Web.Specs.Library;

public sealed class CreateSpecimens : Migration
{
    public override void Change() =>
        CreateTable(
            "specimens",
            t =>
            {
                t.Text("text", @null: false);
                t.Text("text_or_null");
                t.Bool("bool", @null: false);
                t.Bool("bool_or_null");
                t.Integer("int", @null: false);
                t.Integer("int_or_null");
                t.Integer("long", @null: false);
                t.Integer("long_or_null");
                t.Double("double", @null: false);
                t.Double("double_or_null");
                t.Decimal("decimal", @null: false);
                t.Decimal("decimal_or_null");
                t.DateTime("time", @null: false);
                t.DateTime("time_or_null");
                t.Date("date", @null: false);
                t.Date("date_or_null");
                t.Guid("guid", @null: false);
                t.Guid("guid_or_null");
                t.Binary("bytes", @null: false);
                t.Binary("bytes_or_null");
                t.Integer("shelf", @null: false);
                t.Integer("shelf_or_null");
            }
        );
}
