namespace Blog;

public abstract class ApplicationController : Controller;
