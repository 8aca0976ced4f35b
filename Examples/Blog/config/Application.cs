namespace Blog;

public sealed partial class Application : WebApplication;
