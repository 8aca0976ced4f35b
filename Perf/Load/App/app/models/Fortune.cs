namespace LoadApp;

public sealed partial class Fortune : Model
{
    [Presence]
    public partial string Message { get; set; }
}
