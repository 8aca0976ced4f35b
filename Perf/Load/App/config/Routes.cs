namespace LoadApp;

public sealed partial class Routes : RouteMap
{
    protected override void Draw()
    {
        Get("/plaintext", Constants.Plaintext);
        Get("/json", Constants.Message);
        Get("/fortunes", Fortunes.Index);
        Get("/download", Transfers.Download);
        Post("/upload", Transfers.Upload);
        Get("/token", Transfers.Token);
    }
}
