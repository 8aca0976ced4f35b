using static Stryke.Web.Specs.Compiler.Mistakes.MistakePlaces;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>In controllers.</summary>
internal static class ControllerMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(
            "STRYKE201",
            "'Project id'",
            Projects,
            "Edit(long id) =>\n        await Project.Where(p => p.Id == id).First() is { } project ? "
                + "Views.Projects.Edit(project) : NotFound();",
            "Edit(Project ¦id) => Views.Projects.Edit(await Project.Get(id.Id));"
        ),
        new(
            "STRYKE201",
            "'Project project'",
            Projects,
            "public Result Update(long id) => RedirectTo(Paths.Project(id))",
            "public Result Update(Project ¦project) => RedirectTo(Paths.Project(project))"
        ),
        new("STRYKE201", "'object id'", Projects, "public Result Destroy(long id)", "public Result Destroy(object ¦id)"),
        new("STRYKE202", "public", Projects, "public Result New() => Views.Projects.Edit(new Project());", "¦public string New() => \"\";"),
        new("STRYKE202", "public", Home, "public Result About()", "¦public Result? About()"),
        new("STRYKE203", "did you mean 'Edit'", Projects, "nameof(Edit), ", "¦\"Edt\", "),
        new("STRYKE207", "parameters", Base, "RequireLogin()", "¦RequireLogin(int a)"),
        new(
            "STRYKE208",
            "two actions named New",
            Projects,
            "    public Result New()",
            "    public Result New(long id) => NotFound();\n\n    ¦public Result New()"
        ),
        new(
            "STRYKE209",
            "constructor",
            Home,
            "class HomeController : ApplicationController\n{",
            "class ¦HomeController(int a) : ApplicationController\n{\n    public Result Zero() => Text($\"{a}\");\n"
        ),
        new(
            "STRYKE212",
            "hides",
            Home,
            "public Result About()",
            "public Result About() => Text(\"\");\n\n    ¦public Result Text(string q)"
        ),
        new("STRYKE211", "Use<T>()", "config/Middleware.cs", "Use<Sessions>();", "¦Console.WriteLine();"),
        new("CS0246", "'Sesions'", "config/Middleware.cs", "Use<Sessions>();", "¦Use<Sesions>();"),
        new("STRYKE506", "did you mean [Before]", Base, "[Before]", "¦[Befor]"),
        new("STRYKE506", "did you mean [Before]", Projects, "[Before(Only =", "¦[BeforeAction(Only ="),
        new("CS0246", "'ApplicationControler'", Home, "HomeController : ApplicationController", "HomeController : ¦ApplicationControler"),
        new("STRYKE205", "anonymous", Tickets, "Json(new Answer(ticket.Title, ticket.Done))", "¦Json(new { ticket.Title })"),
        new("STRYKE226", "did you mean 'delete'", List, "method: \"delete\"", "¦method: \"delte\""),
        new("STRYKE226", "did you mean 'patch'", Form, "FormFor(project)", "¦FormFor(project, method: \"ptach\")"),
        new("CS0246", "'Projekt'", Projects, "Destroy(long id)", "Destroy(¦Projekt id)"),
        new("CS0246", "'Reslt'", Projects, "public Result Destroy", "public ¦Reslt Destroy"),
        new("CS0246", "'Reslt'", Base, "private Result? RequireLogin", "private ¦Reslt? RequireLogin"),
        new("CS0103", "'Edt'", Projects, "nameof(Edit), ", "¦nameof(Edt), "),
        new(
            "CS1983",
            "async",
            Projects,
            "public Result Update(long id) => RedirectTo(Paths.Project(id));",
            "public async ¦Result Update(long id) => RedirectTo(Paths.Project(await Task.FromResult(id)));"
        ),
        new(
            "STRYKE201",
            "'Ticket[] tickets'",
            Tickets,
            "Destroy(long projectId, long id)",
            "Destroy(long projectId, long id, Ticket[] ¦tickets)"
        ),
        new(
            "STRYKE202",
            "public",
            Tickets,
            "public async Task<Result> Destroy(long projectId, long id)\n    {\n        await Ticket.Destroy(id);\n"
                + "        return RedirectTo(Paths.Project(projectId));",
            "¦public async Task Destroy(long projectId, long id)\n    {\n        await Ticket.Destroy(id);"
        ),
        new(
            "STRYKE210",
            "is nested in another class",
            Home,
            "    public Result About()",
            "    public sealed partial class ¦MoreController : Controller { public Result Index() => Text(\"\"); }\n\n"
                + "    public Result About()"
        ),
        new("STRYKE203", "there are: Index", Projects, "nameof(Edit), ", "¦nameof(ToString), "),
    ];
}
