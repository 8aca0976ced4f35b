namespace LoadApp;

public sealed partial class Application : WebApplication;
