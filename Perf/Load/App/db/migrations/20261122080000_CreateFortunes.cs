namespace LoadApp;

public sealed class CreateFortunes : Migration
{
    public override void Change() => CreateTable("fortunes", t => t.Text("message", @null: false));
}
