namespace LoadApp;

/// <summary>What costs nothing but the framework itself.</summary>
public sealed partial class ConstantsController : Controller
{
    public Result Plaintext() => Text("Hello, World!"u8);

    public Result Message() => Json(new Message("Hello, World!"));
}
