namespace Stuck;

public sealed partial class Application : WebApplication;
