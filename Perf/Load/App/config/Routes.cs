namespace LoadApp;

public sealed partial class Routes : RouteMap
{
    protected override void Draw()
    {
        Get("/plaintext", Constants.Plaintext);
        Get("/json", Constants.Message);
        Get("/fortunes", Fortunes.Index);
    }
}
